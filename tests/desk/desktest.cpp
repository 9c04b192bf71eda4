// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"

#include "incident/people.h"

#include <QAccessible>
#include <QLabel>

#include <algorithm>

namespace warroom::tests {

void DeskTest::init()
{
    failOnWarnings();
    m_runbooks = {};
    openDesk(support::standardPlaybook());
}

void DeskTest::openDesk(const session::LoadedPlaybook& playbook)
{
    cleanup();
    m_room = std::make_unique<support::StoreFolder>();
    m_shelf = {};
    m_board = std::move(*session::Board::open(m_room->prepared(), m_room->clock, m_room->ids));
    m_layouts.kept.clear();
    m_shelf.first = playbook;
    openWindow();
}

void DeskTest::openWindow(const style::Theme& theme, const std::optional<IncidentId>& incident)
{
    m_window.reset();
    m_recorder = std::make_unique<recorder::Recorder>(recorder::SampleStore::fileIn(m_room->folder().path), true);
    const auto open = [this](const std::optional<IncidentId>& about) {
        auto session =
            session::Session::open({*m_board, m_room->clock, m_room->ids, about, m_shelf.first, QStringLiteral("Ana")});
        m_session = session ? session->get() : nullptr;
        return session;
    };
    m_window = std::make_unique<desk::DeskWindow>(open,
        desk::DeskWindow::Ports{m_shelf, m_runbooks, *m_board, m_room->clock, m_layouts, m_sources, *m_recorder},
        theme);
    QVERIFY(m_window->showIncident(incident));
    m_window->resize(1600, 1000);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void DeskTest::cleanup()
{
    m_window.reset();
    m_board.reset();
    m_room.reset();
}

bool DeskTest::saves()
{
    return QTest::qWaitFor([this] { return m_session->pending().empty(); }, 20'000);
}

void DeskTest::act(const incident::Command& command)
{
    m_session->submit(QStringLiteral("typed"), m_room->clock.wall, command, m_room->clock.wall, {});
    QVERIFY(saves());
}

void DeskTest::declare(const QString& title)
{
    const session::LoadedPlaybook& loaded = m_session->playbookToDeclare();
    act(incident::Declare{loaded.playbook.severities.front().label, title, {}, {}, {},
        incident::adopt(loaded.playbook, loaded.bytes), loaded.bytes});
}

EntryId DeskTest::note(const QString& text)
{
    act(incident::Note{incident::NoteKind::Note, text, false});
    return state().entries.back()->id;
}

QStringList DeskTest::notes() const
{
    QStringList texts;
    for (const incident::EntryPtr& entry : state().entries) {
        if (const auto* noted = std::get_if<incident::Noted>(&entry->body))
            texts << noted->text;
    }
    return texts;
}

QPlainTextEdit* DeskTest::field(const QString& name) const
{
    const auto all = m_window->findChildren<QPlainTextEdit*>();
    // Each incident has a line of its own; the one in sight is meant.
    const auto found = std::ranges::find_if(
        all, [&](const QPlainTextEdit* each) { return each->isVisible() && each->accessibleName() == name; });
    return found == all.end() ? nullptr : *found;
}

/// The name of the sheet that has the keyboard.
QString DeskTest::sheetName() const
{
    for (QWidget* widget = focused(); widget; widget = widget->parentWidget()) {
        if (qobject_cast<desk::Sheet*>(widget))
            return widget->accessibleName();
    }
    return {};
}

QStringList DeskTest::nameless(QWidget& within)
{
    QStringList found;
    const auto walk = [&found](const auto& self, QAccessibleInterface* each) -> void {
        if (!each || !each->isValid() || each->state().invisible)
            return;
        static const QList<QAccessible::Role> controls{QAccessible::Button, QAccessible::CheckBox,
            QAccessible::RadioButton, QAccessible::ComboBox, QAccessible::EditableText, QAccessible::List,
            QAccessible::ListItem, QAccessible::Tree, QAccessible::Table, QAccessible::Slider, QAccessible::SpinBox,
            QAccessible::PageTab, QAccessible::MenuItem, QAccessible::Grip};
        const QObject* object = each->object();
        const auto* widget = qobject_cast<const QWidget*>(object);
        const bool focusable = widget && widget->focusPolicy() != Qt::NoFocus;
        const bool named = !each->text(QAccessible::Name).trimmed().isEmpty();
        if (!named && (focusable || controls.contains(each->role())))
            found << QLatin1String(object ? object->metaObject()->className() : "item");
        if (each->text(QAccessible::Description).contains(QLatin1String("</p>")))
            found << QStringLiteral("markup of ") + each->text(QAccessible::Name);
        for (int i = 0; i < each->childCount(); ++i)
            self(self, each->child(i));
    };
    walk(walk, QAccessible::queryAccessibleInterface(&within));
    return found;
}

bool DeskTest::shows(const QString& text) const
{
    const auto labels = m_window->findChildren<QLabel*>();
    return std::ranges::any_of(
        labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

} // namespace warroom::tests
