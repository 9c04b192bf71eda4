// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"

#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

/// A field that claims every key, as text edits do with other ones on each platform.
class Greedy : public QWidget
{
public:
    using QWidget::QWidget;
    int pressed = 0;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        return QWidget::event(event);
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool modifier = event->key() >= Qt::Key_Shift && event->key() <= Qt::Key_Alt;
        pressed += modifier ? 0 : 1;
    }
};

/// The keys of the window, pressed where somebody types.
class KeysTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void noKeyStandsTwice();
    void noKeyChangesTheLine_data() { everyKey(); }
    void noKeyChangesTheLine();
    void noKeyChangesTheTextOfAForm_data() { everyKey(); }
    void noKeyChangesTheTextOfAForm();
    void noFieldCanClaimAKey_data() { everyKey(); }
    void noFieldCanClaimAKey();
    void aKeySaysWhyItDoesNothing();
    void aKeySaysInTheFormWhyItDoesNothing();
    void everyKeyWorksFromEveryField_data();
    void everyKeyWorksFromEveryField();
    void rolesThatHaveNoRoomSaySo();
    void theSlashIsTypedIntoTheLine();
    void theSlashIsTextWhereTextIsTyped();
    void acknowledgingTakesOneKey();
    void acknowledgingTwiceIsNothing();
    void aSeverityTakesTwoKeys();
    void aSeverityHasItsReason();
    void aStatusTakesTwoKeys();
    void theMarkedOneIsTheOneThatHolds();
    void theMarkFollowsWhatOthersSay();
    void aFormLiesOverAnotherAndGivesItBack();
    void aFormWithTextIsKept();
    void escKeepsWhatWasTyped_data();
    void escKeepsWhatWasTyped();
    void aKeptFormFollowsTheLogWhereNothingWasTyped();

private:
    static void everyKey();
};

/// Those of the table that nobody types a text with.
void KeysTest::everyKey()
{
    QTest::addColumn<QKeySequence>("keys");
    for (const desk::KeyRow& row : desk::keyTable()) {
        for (const QKeySequence& keys : row.keys) {
            const bool typed = keys[0].keyboardModifiers() == Qt::NoModifier && keys[0].key() < Qt::Key_F1;
            if (row.act && !typed && keys[0].key() != Qt::Key_Escape)
                QTest::newRow(qPrintable(desk::shown(keys) + u' ' + row.name)) << keys;
        }
    }
}

void KeysTest::noKeyStandsTwice()
{
    QList<QKeySequence> seen;
    for (const desk::KeyRow& row : desk::keyTable()) {
        for (const QKeySequence& keys : row.keys) {
            QVERIFY2(!row.act || !seen.contains(keys), qPrintable(row.name));
            if (row.act)
                seen << keys;
        }
    }
}

void KeysTest::noKeyChangesTheLine()
{
    QFETCH(QKeySequence, keys);
    declare();
    type(u"pool at 96 % on prod-1"_s);
    QPlainTextEdit* const typed = line(); // whichever page comes into sight
    typed->moveCursor(QTextCursor::PreviousWord); // something before the cursor and something behind it
    typed->moveCursor(QTextCursor::PreviousWord);
    press(keys);
    QCOMPARE(typed->toPlainText(), u"pool at 96 % on prod-1"_s);
    typed->setFocus();
    typed->selectAll();
    press(keys);
    QCOMPARE(typed->toPlainText(), u"pool at 96 % on prod-1"_s);
}

void KeysTest::noKeyChangesTheTextOfAForm()
{
    QFETCH(QKeySequence, keys);
    declare();
    press(Act::Declare);
    QPlainTextEdit* const what = field(u"What is wrong"_s);
    type(u"the other pool"_s);
    if (!desk::keyRow(Act::Confirm).keys.contains(keys)) {
        what->moveCursor(QTextCursor::PreviousWord);
        press(keys);
        press(Act::Line);
        press(Act::Declare);
        QCOMPARE(field(u"What is wrong"_s), what);
        QVERIFY(what->isVisible());
    }
    QCOMPARE(what->toPlainText(), u"the other pool"_s);
}

void KeysTest::noFieldCanClaimAKey()
{
    QFETCH(QKeySequence, keys);
    for (const Act act : {Act::Confirm, Act::Copy, Act::NextPlaybook}) {
        if (desk::keyRow(act).keys.contains(keys))
            return; // those of a form alone
    }
    Greedy field(m_window.get());
    field.setFocusPolicy(Qt::StrongFocus);
    field.show();
    field.setFocus();
    press(keys);
    QCOMPARE(field.pressed, 0);
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(field.pressed, 1);
}

void KeysTest::aKeySaysWhyItDoesNothing()
{
    for (const Act act : {Act::Update, Act::Acknowledge, Act::Severity, Act::Status, Act::Roles}) {
        type(u"x"_s); // takes the last answer away
        QVERIFY(!shows(u"No incident is open yet"_s));
        press(act);
        QCOMPARE(sheetName(), QString());
        QVERIFY(shows(u"No incident is open yet"_s));
    }
    QCOMPARE(line()->toPlainText(), u"xxxxx"_s);
}

void KeysTest::aKeySaysInTheFormWhyItDoesNothing()
{
    press(Act::Declare);
    press(Act::Update);
    QCOMPARE(sheetName(), u"Declare an incident"_s);
    const auto labels = sheet()->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().startsWith(u"No incident is open yet"_s);
    }));
}

void KeysTest::everyKeyWorksFromEveryField_data()
{
    QTest::addColumn<int>("from");
    for (const Act from : {Act::Line, Act::Search, Act::Jump, Act::NextPanel, Act::Roles, Act::Declare, Act::Update,
             Act::Severity, Act::Status, Act::Facts, Act::Resolve, Act::Export, Act::Everything, Act::Keys})
        QTest::newRow(qPrintable(desk::keyRow(from).name)) << int(from);
}

void KeysTest::everyKeyWorksFromEveryField()
{
    QFETCH(int, from);
    declare();
    act(incident::SendUpdate{{}, {}, {}, u"We look into it."_s});
    const session::Session* const declared = m_session; // the form that declares opens another
    const std::map<Act, QString> goesTo{{Act::Line, u"Line: say what happened"_s}, {Act::Declare, u"What is wrong"_s},
        {Act::Severity, u"How bad is it now?"_s}, {Act::Status, u"How far is it?"_s}, {Act::Update, u"Next steps"_s},
        {Act::NoChange, u"Next steps"_s}, {Act::Facts, u"Title"_s}, {Act::Resolve, u"What fixed it"_s},
        {Act::Export, u"Sections"_s}, {Act::Roles, u"Roles"_s}, {Act::Search, u"Search in this incident"_s},
        {Act::Jump, u"Go to a time"_s},
        {Act::Everything, u"Find a command, a person, a role, an incident, an action"_s}, {Act::Keys, u"Back (Esc)"_s}};
    for (const auto& [to, name] : goesTo) {
        for (const QKeySequence& keys : desk::keyRow(to).keys) {
            press(Act::Line);
            press(Act(from));
            press(keys);
            QVERIFY2(focusedName() == name, qPrintable(desk::shown(keys) + u" leads to "_s + focusedName()));
        }
    }
    press(Act(from));
    press(Act::Acknowledge);
    QTRY_VERIFY(declared->state().milestone(incident::Milestone::Acknowledged).has_value());
    press(Act::Line);
    press(Act(from));
    press(Act::Side);
    QVERIFY(!m_layouts.kept.empty());
    for (const Act shown : {Act::LastSaved, Act::NextPanel}) {
        press(Act(from));
        press(shown);
        QCOMPARE(sheetName(), QString());
    }
}

void KeysTest::rolesThatHaveNoRoomSaySo()
{
    declare();
    m_window->resize(800, 600);
    press(Act::Roles);
    QVERIFY(shows(u"no room for the roles"_s));
    QCOMPARE(focused(), line());
}

void KeysTest::theSlashIsTypedIntoTheLine()
{
    declare();
    press(Act::Roles);
    press(Act::Slash);
    QCOMPARE(line()->toPlainText(), u"/"_s);
    QCOMPARE(focused(), line());
    press(Act::Keys);
    press(Act::Slash);
    QCOMPARE(line()->toPlainText(), u"//"_s);
    QCOMPARE(focused(), line());
}

void KeysTest::theSlashIsTextWhereTextIsTyped()
{
    press(Act::Declare);
    type(u"/var/log is full"_s);
    QCOMPARE(field(u"What is wrong"_s)->toPlainText(), u"/var/log is full"_s);
}

void KeysTest::acknowledgingTakesOneKey()
{
    declare();
    QVERIFY(!state().milestone(incident::Milestone::Acknowledged));
    press(Act::Acknowledge);
    QVERIFY(saves());
    QCOMPARE(*state().milestone(incident::Milestone::Acknowledged), m_room->clock.wall);
    QCOMPARE(focused(), line());
}

void KeysTest::acknowledgingTwiceIsNothing()
{
    declare();
    press(Act::Acknowledge);
    QVERIFY(saves());
    press(Act::Acknowledge);
    QVERIFY(saves());
    QVERIFY(shows(u"it is so already"_s));
}

void KeysTest::aSeverityTakesTwoKeys()
{
    declare();
    type(u"half a line"_s);
    press(Act::Severity);
    press(Qt::Key_3);
    QVERIFY(saves());
    QCOMPARE(state().severity.value, u"SEV3"_s);
    QCOMPARE(line()->toPlainText(), u"half a line"_s);
    QCOMPARE(focused(), line());
}

void KeysTest::aSeverityHasItsReason()
{
    declare();
    press(Act::Severity);
    press(Qt::Key_Tab);
    QCOMPARE(focusedName(), u"Because"_s);
    type(u"2 of 3 are back"_s);
    press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(saves());
    QCOMPARE(state().severity.value, u"SEV2"_s);
    const auto hasReason = [](const incident::EntryPtr& entry) {
        const auto* change = std::get_if<incident::SeverityChanged>(&entry->body);
        return change && change->reason == u"2 of 3 are back"_s;
    };
    QVERIFY(std::ranges::any_of(state().entries, hasReason));
}

void KeysTest::aStatusTakesTwoKeys()
{
    declare();
    press(Act::Status);
    press(Qt::Key_2);
    QVERIFY(saves());
    QCOMPARE(state().status.value, playbook().statuses[1].word);
}

void KeysTest::theMarkedOneIsTheOneThatHolds()
{
    declare();
    press(Act::Severity);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(state().severity.value, playbook().severities[1].label);
    press(Act::Severity);
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(shows(u"it is so already"_s));
}

void KeysTest::theMarkFollowsWhatOthersSay()
{
    declare();
    press(Act::Severity);
    act(incident::ChangeSeverity{u"SEV2"_s, {}});
    press(Act::Confirm); // nothing was chosen
    QVERIFY(saves());
    QCOMPARE(state().severity.value, u"SEV2"_s);
    press(Act::Severity);
    press(Qt::Key_Down);
    act(incident::ChangeSeverity{u"SEV1"_s, {}});
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().severity.value, u"SEV3"_s);
    press(Act::Status);
    act(incident::ChangeStatus{playbook().statuses[1].word, {}});
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().status.value, playbook().statuses[1].word);
}

void KeysTest::aFormLiesOverAnotherAndGivesItBack()
{
    declare();
    press(Act::Declare);
    type(u"the other pool"_s);
    press(Act::Update);
    QVERIFY(sheetName().startsWith(u"Status update"_s));
    press(Act::Keys);
    QCOMPARE(sheetName(), u"Keys"_s);
    press(Qt::Key_Escape);
    QVERIFY(sheetName().startsWith(u"Status update"_s));
    press(Qt::Key_Escape);
    QCOMPARE(focusedName(), u"What is wrong"_s);
    QCOMPARE(field(u"What is wrong"_s)->toPlainText(), u"the other pool"_s);
    press(Qt::Key_Escape);
    QCOMPARE(focused(), line());
}

void KeysTest::escKeepsWhatWasTyped_data()
{
    QTest::addColumn<int>("act");
    QTest::addColumn<QString>("name");
    QTest::newRow("declare") << int(Act::Declare) << u"What is wrong"_s;
    QTest::newRow("update") << int(Act::Update) << u"Next steps"_s;
    QTest::newRow("severity") << int(Act::Severity) << u"Because"_s;
    QTest::newRow("status") << int(Act::Status) << u"Say with it"_s;
    QTest::newRow("facts") << int(Act::Facts) << u"Title"_s;
    QTest::newRow("resolve") << int(Act::Resolve) << u"What fixed it"_s;
    QTest::newRow("post-mortem") << int(Act::Export) << u"File"_s;
}

void KeysTest::escKeepsWhatWasTyped()
{
    QFETCH(int, act);
    QFETCH(QString, name);
    declare();
    press(Act(act));
    const auto typeInto = [&](const QString& text) {
        field(name)->setFocus();
        field(name)->selectAll();
        type(text);
    };
    typeInto(u"half a text"_s);
    press(Qt::Key_Escape);
    QCOMPARE(focused(), line());
    QVERIFY(shows(u"is kept"_s));
    press(Act(act));
    QCOMPARE(field(name)->toPlainText(), u"half a text"_s);
    press(Qt::Key_Escape);
    QCOMPARE(field(name), nullptr);
}

void KeysTest::aKeptFormFollowsTheLogWhereNothingWasTyped()
{
    declare();
    press(Act::Facts);
    field(u"Who is hit"_s)->setFocus();
    type(u"everybody"_s);
    press(Qt::Key_Escape);
    act(incident::Retitle{u"Pool is empty"_s});
    press(Act::Facts);
    QCOMPARE(field(u"Title"_s)->toPlainText(), u"Pool is empty"_s);
    QCOMPARE(field(u"Who is hit"_s)->toPlainText(), u"everybody"_s);
}

void KeysTest::aFormWithTextIsKept()
{
    press(Act::Declare);
    type(u"the other pool"_s);
    press(Act::Line);
    QCOMPARE(focused(), line());
    QVERIFY(shows(u"is kept"_s));
    press(Act::Declare);
    QCOMPARE(field(u"What is wrong"_s)->toPlainText(), u"the other pool"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().title.value, u"the other pool"_s);
}

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
