// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/deskwindow.h"
#include "desk/keytable.h"
#include "desk/layoutstore.h"
#include "desk/runbookshelf.h"
#include "desk/sheet.h"
#include "session/desk.h"
#include "support/windowtest.h"

#include <QApplication>
#include <QFile>
#include <QPlainTextEdit>

#include <algorithm>
#include <map>

namespace warroom::tests {

/// Playbooks to declare with; one of the test's, until it adds others.
class Shelf : public session::PlaybookShelf
{
public:
    QStringList names() const override { return order; }
    Result<session::LoadedPlaybook> load(const QString& name) const override
    {
        opened << name;
        if (damaged.contains(name))
            return Error{ErrorCode::BadPlaybook, name + QStringLiteral(".yaml:3:1: unknown key")};
        session::LoadedPlaybook loaded = first;
        if (name == QStringLiteral("standard"))
            return loaded;
        loaded.playbook.name = name;
        loaded.playbook.severities = {loaded.playbook.severities[1]};
        loaded.playbook.severities[0].label = QStringLiteral("P1");
        loaded.playbook.roles = {loaded.playbook.roles[0]};
        loaded.playbook.roles[0].name = QStringLiteral("Captain");
        loaded.playbook.roster = {{QStringLiteral("ana"), QStringLiteral("Ana Lopez"), {}, {}, {}}};
        for (int i = 1; name == QStringLiteral("many") && i < 40; ++i)
            loaded.playbook.roles.push_back(
                {QStringLiteral("h%1").arg(i), QStringLiteral("Helper %1").arg(i), {}, {}, {}, {}, {}});
        if (name == QStringLiteral("many"))
            loaded.playbook.roles.push_back(
                {QStringLiteral("own"), QStringLiteral("My own"), {}, {}, {}, QStringLiteral("ana"), {}});
        loaded.bytes += "# " + name.toUtf8();
        return loaded;
    }
    void keep(const QString& name) override { kept << name; }

    session::LoadedPlaybook first = support::standardPlaybook(); ///< Under the name "standard".
    QStringList order{QStringLiteral("standard")};
    QStringList damaged;
    QStringList kept;
    mutable QStringList opened;
};

/// Runbooks that a test puts there, by their titles.
class HeldRunbooks : public desk::RunbookShelf
{
public:
    std::vector<runbook::Runbook> all;
    QString words; ///< What each of them says.
    std::optional<runbook::Document> text; ///< Another file, which is only read.

    std::vector<Entry> entries() const override
    {
        std::vector<Entry> entries;
        for (const runbook::Runbook& each : all)
            entries.push_back({each.title, each.title, QStringLiteral("pool.md"), {each.section}, words});
        if (text)
            entries.push_back(
                {text->title, text->title, QStringLiteral("all.md"), {}, QStringLiteral(" contacts"), Kind::Document});
        return entries;
    }
    QString forAlert(const QString& url, const QString& alertName) const override
    {
        const QString wanted = url.isEmpty() ? alertName : url.section(QLatin1Char('/'), -1);
        const auto found = std::ranges::find(all, wanted, &runbook::Runbook::title);
        return found == all.end() ? QString() : found->title;
    }
    Result<runbook::Route> open(const QString& id) const override
    {
        const auto found = std::ranges::find(all, id, &runbook::Runbook::title);
        if (found == all.end())
            return Error{ErrorCode::FileUnreadable, id};
        return runbook::routeOf(*found, QStringLiteral("Which of these is it?"), QStringLiteral("None of these"));
    }
    Result<runbook::Document> read(const QString& id) const override
    {
        if (!text || text->title != id)
            return Error{ErrorCode::FileUnreadable, id};
        return *text;
    }
};

/// Keeps layouts as long as the test runs.
class HeldLayouts : public desk::LayoutStore
{
public:
    std::map<std::pair<int, int>, desk::Layout> kept; ///< By width and height of the screen.

    desk::Layout layout(QSize screen) const override
    {
        const auto found = kept.find({screen.width(), screen.height()});
        return found == kept.end() ? desk::Layout() : found->second;
    }
    void keep(QSize screen, const desk::Layout& layout) override { kept[{screen.width(), screen.height()}] = layout; }
};

/// A desk over a session on a real disk, and the keyboard before it.
class DeskTest : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    /// Another window in place of the one there was; it begins with that incident.
    void openWindow(
        const style::Theme& theme = style::Theme::dark(), const std::optional<IncidentId>& incident = std::nullopt);
    /// Anew, over an empty folder, with this playbook to declare with.
    void openDesk(const session::LoadedPlaybook& playbook);
    void declare(const QString& title = QStringLiteral("Pool is full"));
    /// Said by the session, and on disk.
    void act(const incident::Command& command);
    EntryId note(const QString& text);
    QStringList notes() const;
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focused(), Qt::Key(key), modifiers); }
    void press(const QKeySequence& keys) { press(keys[0].key(), keys[0].keyboardModifiers()); }
    void press(desk::Act act) { press(desk::keyRow(act).keys.front()); }
    void type(const QString& text) { QTest::keyClicks(focused(), text); }
    QWidget* focused() const { return QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(); }
    QString focusedName() const { return focused()->accessibleName(); }
    QPlainTextEdit* field(const QString& name) const;
    QPlainTextEdit* line() const { return field(QStringLiteral("Line: say what happened")); }
    QString sheetName() const;
    bool shows(const QString& text) const;
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Of what is in sight within the widget: the controls that say no name to who cannot see them, or markup.
    static QStringList nameless(QWidget& within);
    bool saves();
    const incident::IncidentState& state() const { return m_session->state(); }
    const playbook::Playbook& playbook() const { return m_session->playbook(); }
    desk::Sheet* sheet() const { return m_window->findChild<desk::Sheet*>(); }

    std::unique_ptr<support::StoreFolder> m_room;
    Shelf m_shelf;
    HeldRunbooks m_runbooks;
    std::vector<playbook::MetricSource> m_sources;
    std::unique_ptr<recorder::Recorder> m_recorder;
    std::unique_ptr<session::Board> m_board;
    session::Session* m_session = nullptr; ///< The one that was opened last.
    HeldLayouts m_layouts;
    std::unique_ptr<desk::DeskWindow> m_window;
};

} // namespace warroom::tests
