// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "desk/incidentpage.h"
#include "runbook/frozen.h"
#include "runbook/reader.h"
#include "style/contrast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QButtonGroup>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;
using style::Theme;

Q_DECLARE_METATYPE(warroom::style::Theme)

namespace {

constexpr double readable = 4.5;

/// Whoever is reached by Tab reaches the others of the group by arrow keys.
QList<QWidget*> groupOf(QWidget* control)
{
    const auto* button = qobject_cast<QAbstractButton*>(control);
    if (!button || !button->group() || !button->group()->exclusive())
        return {control};
    QList<QWidget*> all;
    for (QAbstractButton* each : button->group()->buttons())
        all << each;
    return all;
}

} // namespace

/// Whatever the desk shows is named, can be read, and is reached and left by keys alone.
class ReachTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void theStartPage_data() { bothThemes(); }
    void theStartPage();
    void theDesk_data() { bothThemes(); }
    void theDesk();
    void everySheet_data();
    void everySheet();
    void noSheetIsForgotten();
    void aRowSaysWhatItShows();
    void aControlWithoutANameIsFound();

private:
    static void bothThemes();
    void open(const Theme& theme);
    /// A second one is open, with a follow-up, an action and a note.
    /// With something besides its steps.
    static runbook::Runbook pool();
    void fill();
    /// Labels that stand out too little from what is behind them.
    QStringList unreadable(const QWidget& within) const;
    /// Controls that Tab alone does not come to, or that it comes to out of sight.
    QStringList unreached(const desk::Sheet& sheet);
    desk::Sheet* sheetInSight() const;

    QSet<QString> m_seen; ///< The classes of the sheets.
};

void ReachTest::bothThemes()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("dark") << Theme::dark();
    QTest::newRow("light") << Theme::light();
}

void ReachTest::open(const Theme& theme)
{
    theme.apply(*qApp);
    openWindow(theme);
}

runbook::Runbook ReachTest::pool()
{
    const QByteArray text = "# Pool\n\n## Background\n\nIt is shared.\n\n## Resolution\n\n1. Look\n";
    return runbook::read(text, u"pool.md"_s)->runbooks.front();
}

void ReachTest::fill()
{
    declare();
    press(Act::Declare);
    type(u"Login is slow"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    act(incident::AssignAction{{}, {}, u"Roll back"_s});
    act(incident::ProposeFollowUp{{}, {}, {}, u"Alert on saturation"_s});
    note(u"pool at 96 %"_s);
}

QStringList ReachTest::unreadable(const QWidget& within) const
{
    QCoreApplication::processEvents(); // what was typed last has its place
    constexpr int scale = 3; // a thin letter is as dark in its middle as it is meant to be
    QImage image(m_window->size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    m_window->render(&image);
    QStringList found;
    for (const QLabel* label : within.findChildren<QLabel*>()) {
        const QRect seen = label->visibleRegion().boundingRect();
        if (!label->isVisible() || label->text().trimmed().isEmpty() || seen.isEmpty())
            continue;
        const QRect where(label->mapTo(m_window.get(), seen.topLeft()) * scale, seen.size() * scale);
        QHash<QRgb, int> counts;
        for (int y = where.top(); y <= where.bottom(); ++y) {
            for (int x = where.left(); x <= where.right(); ++x)
                ++counts[image.pixel(x, y)];
        }
        const QColor ground(std::max_element(counts.cbegin(), counts.cend()).key());
        const auto colours = counts.keys();
        const bool stands =
            std::ranges::any_of(colours, [&](QRgb each) { return style::contrast(QColor(each), ground) >= readable; });
        if (!stands)
            found << label->text();
    }
    return found;
}

desk::Sheet* ReachTest::sheetInSight() const
{
    const auto sheets = m_window->findChildren<desk::Sheet*>();
    const auto found = std::ranges::find_if(sheets, &QWidget::isVisible);
    return found == sheets.end() ? nullptr : *found;
}

QStringList ReachTest::unreached(const desk::Sheet& sheet)
{
    QSet<QWidget*> controls;
    for (QWidget* widget : sheet.findChildren<QWidget*>()) {
        const auto* list = qobject_cast<QAbstractItemView*>(widget);
        // A list without the focus is worked from a field, as that of the palette is.
        const bool control = (list && list->focusPolicy() != Qt::NoFocus) || qobject_cast<QAbstractButton*>(widget)
            || qobject_cast<QPlainTextEdit*>(widget);
        if (control && widget->isVisible() && widget->isEnabled())
            controls << widget;
    }
    QSet<QWidget*> reached;
    for (qsizetype i = 0; i <= controls.size(); ++i) {
        const QSize seen = focused()->visibleRegion().boundingRect().size();
        if (seen.height() < std::min(focused()->height(), 20) || seen.width() < std::min(focused()->width(), 40))
            return {u"out of sight: "_s + focusedName()};
        for (QWidget* each : groupOf(focused()))
            reached << each;
        press(Qt::Key_Tab);
        QCoreApplication::processEvents(); // what is scrolled to has its place
        if (!sheet.isAncestorOf(focused()))
            return {u"out of the form: "_s + focusedName()};
    }
    QStringList missing;
    for (const QWidget* each : controls - reached)
        missing << each->accessibleName();
    return missing;
}

void ReachTest::theStartPage()
{
    QFETCH(Theme, theme);
    open(theme);
    QCOMPARE(nameless(*m_window), QStringList());
    QCOMPARE(unreadable(*m_window), QStringList());
    fill();
    press(Act::StartPage);
    QCOMPARE(nameless(*m_window), QStringList());
    QCOMPARE(unreadable(*m_window), QStringList());
}

void ReachTest::theDesk()
{
    QFETCH(Theme, theme);
    open(theme);
    fill();
    QCOMPARE(nameless(*m_window), QStringList());
    QCOMPARE(unreadable(*m_window), QStringList());
    press(Act::Search);
    QCOMPARE(nameless(*m_window), QStringList());
    press(Qt::Key_Escape);
    type(u"/stat"_s); // with what is offered for it
    QCOMPARE(nameless(*m_window), QStringList());
    QCOMPARE(unreadable(*m_window), QStringList());
}

void ReachTest::everySheet_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QList<QKeySequence>>("keys");
    const auto add = [](const QString& name, const QList<QKeySequence>& keys) {
        QTest::newRow(qPrintable(name + u" dark"_s)) << Theme::dark() << keys;
        QTest::newRow(qPrintable(name + u" light"_s)) << Theme::light() << keys;
    };
    for (const desk::KeyRow& row : desk::keyTable()) {
        const bool typed = !row.keys.isEmpty() && row.keys.front()[0].keyboardModifiers() == Qt::NoModifier
            && row.keys.front()[0].key() < Qt::Key_F1;
        if (row.act && !row.keys.isEmpty() && !typed)
            add(row.name, {row.keys.front()});
    }
    // Those that no key of the window opens: what is pressed in the line.
    add(u"Redact"_s, {desk::keyRow(Act::NextPanel).keys.front(), QKeySequence(Qt::Key_R)});
    add(u"Role"_s, {desk::keyRow(Act::Roles).keys.front(), desk::keyRow(Act::Details).keys.front()});
    add(u"Link"_s, {}); // of a runbook
}

void ReachTest::everySheet()
{
    QFETCH(Theme, theme);
    QFETCH(QList<QKeySequence>, keys);
    open(theme);
    fill();
    for (const QKeySequence& each : keys)
        press(each);
    if (keys.isEmpty()) {
        const auto pages = m_window->findChildren<desk::IncidentPage*>();
        (*std::ranges::find_if(pages, &QWidget::isVisible))->askLink(u"https://example.com/runbook"_s);
    }
    if (!sheetInSight()) {
        act(incident::Resolve{}); // some are there only then,
        act(incident::AttachRunbook{u"Pool"_s, {}, {u"Look"_s}, {}, runbook::frozen(pool())}); // or with this
        for (const QKeySequence& each : keys)
            press(each);
    }
    desk::Sheet* sheet = sheetInSight();
    if (!sheet)
        return; // a key that does something else
    m_seen << QString::fromLatin1(sheet->metaObject()->className()).section(u"::"_s, -1);
    QVERIFY(!sheet->accessibleName().isEmpty());
    QVERIFY(sheet->isAncestorOf(focused()));
    QCOMPARE(nameless(*sheet), QStringList());
    QCOMPARE(unreadable(*sheet), QStringList());
    QCOMPARE(unreached(*sheet).join(u" | "_s), QString());
    m_window->resize(1280, 720);
    QCoreApplication::processEvents();
    for (const QAbstractScrollArea* area : sheet->findChildren<QAbstractScrollArea*>())
        QVERIFY2(area->horizontalScrollBar()->maximum() == 0, qPrintable(area->accessibleName()));
    m_window->resize(m_window->minimumSize());
    QCoreApplication::processEvents();
    QCOMPARE(unreached(*sheet).join(u" | "_s), QString());
    press(Qt::Key_Escape);
    QVERIFY(!sheetInSight());
    QCOMPARE(focused(), line());
}

/// A sheet that no row above opens has not been looked at.
void ReachTest::noSheetIsForgotten()
{
    if (m_seen.isEmpty())
        QSKIP("only after all sheets were opened");
    const QDir folder(QStringLiteral(WARROOM_DESK_SOURCES));
    const QRegularExpression heir(u"class (\\w+)[^;{]*: public (?:Sheet|ChoiceSheet)\\b"_s);
    QSet<QString> all;
    for (const QString& name : folder.entryList({u"*.h"_s})) {
        const QString text = QString::fromUtf8(read(folder.filePath(name)));
        for (auto found = heir.globalMatch(text); found.hasNext();)
            all << found.next().captured(1);
    }
    QVERIFY(all.size() >= 7);
    QCOMPARE(QStringList((all - m_seen).values()), QStringList());
}

void ReachTest::aRowSaysWhatItShows()
{
    fill();
    const auto said = [this](const QString& panel, int row) {
        for (const QAbstractItemView* list : m_window->findChildren<QAbstractItemView*>()) {
            if (list->accessibleName() == panel && list->isVisible())
                return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        }
        return QString();
    };
    QCOMPARE(said(u"Roles"_s, 0), u"— unassigned, Incident Commander"_s);
    QVERIFY(said(u"Actions"_s, 0).startsWith(u"action, Roll back, #1"_s));
    QVERIFY(said(u"Actions"_s, 1).startsWith(u"follow-up, Alert on saturation, #2"_s));
    press(Act::StartPage);
    QTRY_VERIFY(said(u"Open incidents"_s, 0).startsWith(u"SEV1, "_s));
}

void ReachTest::aControlWithoutANameIsFound()
{
    QVERIFY(nameless(*m_window).isEmpty());
    auto* field = new QPlainTextEdit(m_window.get());
    field->show();
    QCOMPARE(nameless(*m_window), QStringList{u"QPlainTextEdit"_s});
    field->setAccessibleName(u"A field"_s);
    QVERIFY(nameless(*m_window).isEmpty());
}

QTEST_MAIN(ReachTest)
#include "tst_reach.moc"
