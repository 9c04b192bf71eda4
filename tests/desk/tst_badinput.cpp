// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "desk/paneldelegate.h"
#include "playbook/loader.h"
#include "style/scrollarea.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

using namespace warroom;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

namespace {

const QString fourHundred =
    u"Every pool is full and nobody gets in, \u202egnp.exe\u202c 漢字の障害 🔥🔥 مرحبا بالعالم "_s.repeated(8).left(400);
const QString oneWord = u"x"_s.repeated(2000);
const QString longName =
    u"Carolina Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Langenburg the 3rd"_s.left(80);

/// As large as any team's would be, with names as long as they get.
session::LoadedPlaybook hugePlaybook()
{
    QString yaml = u"name: huge\ntitle: Huge\nzone: Europe/Berlin\nseverities:\n"_s;
    for (int i = 1; i <= 5; ++i) {
        yaml += u"  - label: SEV%1\n    name: Total loss of every system we have, everywhere\n    meaning: %2\n"
                "    colour: \"#ff6166\"\n    updates: 15m\n    resolve: 4h\n    criteria: [%2, %2, %2]\n"_s.arg(i)
                    .arg(u"nobody can work at all 障害"_s.repeated(4));
    }
    yaml += u"statuses:\n"_s;
    for (int i = 1; i <= 6; ++i)
        yaml += u"  - word: Status number %1 with everybody who takes part\n"_s.arg(i);
    yaml += u"    milestone: resolved\nroles:\n"_s;
    for (int i = 0; i < 40; ++i) {
        yaml += u"  - id: role-%1\n    name: \"%2\"\n"_s.arg(i).arg(
            u"%1 Responsible for replicating the database and bringing everything back"_s.arg(i).left(80));
    }
    yaml += u"    commander: true\naudiences:\n"_s;
    for (int i = 0; i < 6; ++i) {
        yaml += u"  - name: Board and supervisors of the company %1\n    channels: [a-channel-with-a-very-long-name, "
                "another-channel-with-a-very-long-name, and-one-more-with-a-very-long-name]\n"_s.arg(i);
    }
    yaml += u"post_mortem:\n  sections:\n"_s;
    for (int i = 0; i < 20; ++i)
        yaml +=
            u"    - id: s%1\n      heading: What happened really and why did nobody notice it earlier %1\n"_s.arg(i);
    const QByteArray bytes = yaml.toUtf8();
    const auto playbook = playbook::load(bytes, u"huge"_s);
    if (!playbook)
        qFatal("%s", qPrintable(playbook.error().detail));
    return {*playbook, bytes};
}

bool scrolls(const QWidget* widget, const QWidget* within)
{
    for (const QWidget* each = widget->parentWidget(); each && each != within; each = each->parentWidget()) {
        if (qobject_cast<const QScrollArea*>(each))
            return true;
    }
    return false;
}

/// What of the window cannot be seen as a whole: outside of it, cut off or under something else.
QStringList cutOff(const QWidget& window)
{
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const bool shown = widget->isVisible() && widget->parentWidget() && !widget->isWindow();
        if (!shown || widget->size().isEmpty())
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const QString name = QString::fromLatin1(widget->metaObject()->className()) + u' '
            + (label ? label->text() : widget->accessibleName()).left(60);
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        if (!scrolls(widget, &window) && !window.rect().contains(place))
            found << name + u" is outside of the window"_s;
        if (qobject_cast<const QScrollArea*>(widget->parentWidget()))
            continue;
        if (!scrolls(widget, &window) && !widget->parentWidget()->rect().contains(widget->geometry()))
            found << name + u" is outside of what it stands in"_s;
        const bool control = label || qobject_cast<const QAbstractButton*>(widget);
        if (!control)
            continue;
        const QSize least = widget->minimumSizeHint().boundedTo(widget->maximumSize());
        const int high = label && label->wordWrap() ? label->heightForWidth(label->width()) : least.height();
        if (widget->width() < least.width() || widget->height() < high)
            found << name + u" is cut"_s;
    }
    return found;
}

} // namespace

/// What people and playbooks do to a desk that was drawn with short words.
class TestBadInput : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormIsWholeInASmallWindow_data();
    void everyFormIsWholeInASmallWindow();
    void manyOpenIncidentsDoNotWidenTheWindow();
    void aFormThatIsTooHighIsScrolledByKeys();
    void aLongWordIsBrokenInThePreview();
    void aTextInSeveralLinesStandsAtTheLeft();
    void anUpdateSaysOnlyWhatWasChangedInIt();
    void anUpdateThatAnotherSentMeanwhileIsSaid();
    void anHourOfSleepIsSeenAtOnce();
    void aClockThatWasSetBackIsSaid();
    void whoResolvesSecondIsTold();
    void aSectionThatAnotherWroteIsSaid();
    void initialsAreWholeLetters();
    void summerTimeBeginsAndEnds_data();
    void summerTimeBeginsAndEnds();

private:
    void fill();
};

void TestBadInput::fill()
{
    openDesk(hugePlaybook());
    declare(fourHundred);
    act(incident::DescribeImpact{fourHundred + u' ' + oneWord.left(200)});
    for (int i = 0; i < 40; ++i)
        act(incident::AssignAction{incident::PersonRef{{}, {}, longName, {}}, {}, fourHundred});
    act(incident::AssignRole{playbook().roles.back().id, incident::PersonRef{{}, {}, longName, {}}});
    for (const auto milestone : {incident::Milestone::Detected, incident::Milestone::Acknowledged})
        act(incident::SetMilestone{milestone, {}});
    note(oneWord);
}

void TestBadInput::everyFormIsWholeInASmallWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x720") << QSize(1280, 720);
    QTest::newRow("1280x690, what a title bar leaves") << QSize(1280, 690);
    QTest::newRow("1600x1000") << QSize(1600, 1000);
}

void TestBadInput::everyFormIsWholeInASmallWindow()
{
    // Given an incident in which all is as long as it gets
    QFETCH(QSize, size);
    fill();
    m_window->resize(size);
    QCoreApplication::processEvents();
    // Then nothing makes the window wider than it is
    QCOMPARE(m_window->size(), size);
    QCOMPARE(cutOff(*m_window).join(u"; "_s), QString());
    // And no form has anything that cannot be seen or reached
    const auto check = [&](Act act) {
        press(act);
        QTest::qWait(50);
        QVERIFY2(sheet(), qPrintable(desk::keyRow(act).name));
        const QStringList cut = cutOff(*m_window);
        QVERIFY2(cut.isEmpty(), qPrintable(desk::keyRow(act).name + u": "_s + cut.join(u"; "_s)));
        QCOMPARE(m_window->size(), size);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!sheet());
    };
    for (const Act each :
        {Act::Update, Act::Severity, Act::Status, Act::Facts, Act::Resolve, Act::Export, Act::Everything, Act::Keys})
        check(each);
    press(Qt::Key_F6);
    press(Qt::Key_R);
    QTRY_VERIFY(sheet());
    QTest::qWait(50);
    QCOMPARE(cutOff(*m_window).join(u"; "_s), QString());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!sheet());
    act(incident::Resolve{false, fourHundred});
    check(Act::Close);
    check(Act::Facts);
    check(Act::Declare);
}

void TestBadInput::manyOpenIncidentsDoNotWidenTheWindow()
{
    // Given a day on which everything breaks
    m_window->resize(1280, 720);
    for (int i = 0; i < 20; ++i)
        support::Desk(*m_room).declare(u"Every pool is full, number %1"_s.arg(i));
    QTRY_COMPARE(m_board->incidents().size(), std::size_t(20));
    QTest::qWait(50);
    // Then the window is as wide as it was, each has its tab, and the first is reached by its key
    QCOMPARE(m_window->size(), QSize(1280, 720));
    QCOMPARE(cutOff(*m_window).join(u"; "_s), QString());
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_window->windowTitle().startsWith(u"SEV1"_s));
    QCOMPARE(m_window->size(), QSize(1280, 720));
}

void TestBadInput::aFormThatIsTooHighIsScrolledByKeys()
{
    // Given a window too low for the list of keys
    m_window->resize(1280, 500);
    press(Act::Keys);
    QTest::qWait(50);
    const auto* rows = sheet()->findChild<style::ScrollArea*>();
    QVERIFY(rows && rows->verticalScrollBar()->maximum() > 0);
    // When one pages down, then the rest of it is in sight
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_PageDown);
    QCOMPARE(rows->verticalScrollBar()->value(), rows->verticalScrollBar()->maximum());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!sheet());
    // And in a form with fields Tab goes through all of them before the buttons, and scrolls to each
    declare();
    act(incident::Resolve{});
    m_window->resize(1280, 420);
    press(Act::Facts);
    QTest::qWait(50);
    QStringList names{focusedName()};
    while (names.size() < 12 && !focusedName().startsWith(u"Leave"_s)) {
        press(Qt::Key_Tab);
        names << focusedName();
        const QRect place(focused()->mapTo(m_window.get(), QPoint()), focused()->size());
        QVERIFY(m_window->rect().contains(place));
    }
    QCOMPARE(names,
        (QStringList{u"Title"_s, u"Who is hit"_s, u"Impact started"_s, u"Detected"_s, u"Declared"_s, u"Acknowledged"_s,
            u"Mitigated"_s, u"Resolved"_s, u"Leave (Esc)"_s}));
}

void TestBadInput::aLongWordIsBrokenInThePreview()
{
    // Given an impact that is one word, wider than the preview
    declare();
    act(incident::DescribeImpact{oneWord});
    // When an update is written
    press(Act::Update);
    QTest::qWait(50);
    // Then the preview is no wider than its place: nothing of it is out of reach
    const auto labels = m_window->findChildren<QLabel*>();
    const auto preview = std::ranges::find(labels, u"Preview"_s, &QWidget::accessibleName);
    QVERIFY(preview != labels.end());
    QCOMPARE((*preview)->width(), (*preview)->parentWidget()->width());
    QVERIFY((*preview)->height() >= (*preview)->heightForWidth((*preview)->width()));
    QVERIFY((*preview)->height() > 30 * (*preview)->fontMetrics().height());
}

void TestBadInput::aTextInSeveralLinesStandsAtTheLeft()
{
    // Given a title with letters that no font but the last has, and a space where its line breaks
    declare(fourHundred);
    m_window->resize(1280, 720);
    // When it is corrected, the cursor at its end
    press(Act::Facts);
    for (const QString& word : {u" and"_s, u" on"_s, u" and"_s, u" on"_s})
        type(word);
    QTest::qWait(50);
    // Then the first letter of each line is in sight
    QCOMPARE(field(u"Title"_s)->horizontalScrollBar()->value(), 0);
}

void TestBadInput::anUpdateSaysOnlyWhatWasChangedInIt()
{
    // Given an update that is being written
    declare();
    act(incident::DescribeImpact{u"half of the users"_s});
    press(Act::Update);
    // When somebody else says how it is by now, and the update is sent with nothing of that changed in it
    act(incident::ChangeStatus{playbook().statuses[2].word, {}});
    act(incident::DescribeImpact{u"nobody any more"_s});
    press(Act::Confirm);
    QVERIFY(saves());
    // Then what they said stays, and the update tells it
    QCOMPARE(state().status.value, playbook().statuses[2].word);
    QCOMPARE(state().impact.value, u"nobody any more"_s);
    QVERIFY(state().updates.front().text.contains(u"nobody any more"_s));
    QVERIFY(state().updates.front().text.contains(playbook().statuses[2].word));
}

void TestBadInput::anUpdateThatAnotherSentMeanwhileIsSaid()
{
    // Given an update that is being written
    declare();
    press(Act::Update);
    QVERIFY(sheetName() == u"Status update #1"_s);
    field(u"Next steps"_s)->setFocus();
    type(u"wait"_s);
    // When another one is sent meanwhile
    act(incident::SendUpdate{{}, {}, {}, u"We look into it."_s});
    // Then the form says so, is the second one, and has lost nothing that was typed
    QCOMPARE(sheetName(), u"Status update #2"_s);
    QVERIFY(shows(u"Update #1 was logged meanwhile"_s));
    QVERIFY(field(u"Next steps"_s)->toPlainText().contains(u"wait"_s));
}

void TestBadInput::anHourOfSleepIsSeenAtOnce()
{
    // Given a desk with the update open
    declare();
    press(Act::Update);
    QVERIFY(!shows(u"overdue"_s));
    // When the machine sleeps for an hour
    m_room->clock.wall += std::chrono::hours(1);
    // Then a second later every countdown is right, and the next update is promised from now
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"overdue by 45 min"_s), 2000);
    const auto chips = m_window->findChildren<QAbstractButton*>();
    QVERIFY(std::ranges::any_of(
        chips, [](const QAbstractButton* chip) { return chip->isVisible() && chip->text() == u"15 min → 15:38"_s; }));
    QVERIFY(shows(u"15:38"_s));
}

void TestBadInput::aClockThatWasSetBackIsSaid()
{
    // Given an incident that goes on
    declare();
    m_room->clock.wall += std::chrono::minutes(30);
    note(u"before"_s);
    // When somebody sets the clock of the machine back
    m_room->clock.wall -= std::chrono::hours(1);
    m_room->clock.setBack = std::chrono::hours(1);
    // Then it is said, the countdowns do not go back, and what is logged comes after what was logged
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"The clock of this machine is 1 h behind"_s), 2000);
    QVERIFY(shows(u"14:38 · overdue by 15 min"_s));
    QCOMPARE(cutOff(*m_window).join(u"; "_s), QString());
    type(u"after"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(notes(), (QStringList{u"before"_s, u"after"_s}));
    QVERIFY(state().entries.back()->occurredAt() >= m_room->clock.wall + std::chrono::hours(1));
    // And time goes on meanwhile
    m_room->clock.wall += std::chrono::minutes(5);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"14:38 · overdue by 20 min"_s), 2000);
    type(u"later"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(state().entries.back()->recordedAt, m_room->clock.wall);
    QCOMPARE(m_session->now(), m_room->clock.wall + std::chrono::hours(1));
    // And when the clock is right again, nothing is said any more
    m_room->clock.wall += std::chrono::hours(1) + std::chrono::seconds(1);
    m_room->clock.setBack = {};
    QTRY_VERIFY_WITH_TIMEOUT(!shows(u"The clock of this machine"_s), 2000);
}

void TestBadInput::whoResolvesSecondIsTold()
{
    // Given two who write that it is over
    declare();
    press(Act::Resolve);
    type(u"Rolled back"_s);
    // When the other one is first
    act(incident::Resolve{false, u"Restarted"_s});
    // Then the form says so before it is confirmed
    QVERIFY(shows(u"Somebody resolved it meanwhile"_s));
}

void TestBadInput::aSectionThatAnotherWroteIsSaid()
{
    // Given a section that is being written
    declare();
    const QString section = playbook().postMortem.sections.front().id;
    press(Act::Export);
    type(u"mine"_s);
    // When another window writes the same one
    act(incident::WriteSection{section, u"theirs"_s});
    // Then this is said while there is time to take it over
    QVERIFY(shows(u"Somebody wrote this section meanwhile"_s));
    QVERIFY(shows(u"theirs"_s));
    QCOMPARE(field(u"Text of the section"_s)->toPlainText(), u"mine"_s);
}

void TestBadInput::initialsAreWholeLetters()
{
    QCOMPARE(desk::initials(u"Alice Chen"_s), u"AC"_s);
    QCOMPARE(desk::initials(u"山田太郎 🦊"_s), u"山🦊"_s);
    QCOMPARE(desk::initials(u"e\u0301mile"_s), u"E\u0301"_s);
    QCOMPARE(desk::initials(QString()), u"?"_s);
}

void TestBadInput::summerTimeBeginsAndEnds_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("later");
    QTest::addColumn<QString>("stretch");
    QTest::newRow("begins") << u"2026-03-29T00:50:00Z"_s << u"since 01:50 CET"_s << u"03:05 · every 15 min"_s
                            << u"03:10"_s << u"01:50 CET – 03:10 CEST"_s;
    QTest::newRow("ends") << u"2026-10-25T00:50:00Z"_s << u"since 02:50 CEST"_s << u"02:05 CET · every 15 min"_s
                          << u"02:10"_s << u"02:50 CEST – 02:10 CET"_s;
}

void TestBadInput::summerTimeBeginsAndEnds()
{
    // Given an incident in Berlin ten minutes before the clocks are changed
    QFETCH(QString, now);
    openDesk(hugePlaybook());
    m_room->clock.wall = fromMs(QDateTime::fromString(now, Qt::ISODate).toMSecsSinceEpoch());
    declare();
    // Then the next update is due after fifteen minutes that pass, and by the clocks on the wall
    QFETCH(QString, since);
    QFETCH(QString, due);
    QVERIFY(shows(since));
    QVERIFY(shows(due));
    // When it is twenty minutes later
    m_room->clock.wall += std::chrono::minutes(20);
    // Then it is overdue by five, and what is logged comes after the declaration
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"overdue by 5 min"_s), 2000);
    QFETCH(QString, later);
    note(u"after the change"_s);
    QCOMPARE(toDateTime(state().entries.back()->occurredAt(), state().zone()).toString(u"HH:mm"_s), later);
    QCOMPARE(state().entries.back()->occurredAt(), m_room->clock.wall);
    // And when it is over, each end of it has its own zone
    act(incident::Resolve{});
    QFETCH(QString, stretch);
    QVERIFY(shows(stretch));
}

QTEST_MAIN(TestBadInput)
#include "tst_badinput.moc"
