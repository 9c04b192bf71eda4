// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/prose.h"
#include "incident/table.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const PersonRef bob = named(u"Bob"_s);
const PersonRef carol = onRoster(u"carol"_s, u"Carol Lee"_s);

} // namespace

/// Declaring, the fields of an incident, roles, times and texts.
class TstDecide : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingCanBeSaidBeforeTheDeclaration();
    void aDeclarationIsOneAct_data();
    void aDeclarationIsOneAct();
    void aDeclarationIsTheActItself();
    void isDeclaredOnce();
    void fields_data();
    void fields() { compareDecision(); }
    void roles_data();
    void roles() { compareDecision(); }
    void nothingIsSaidToHaveHappenedInTheFuture_data();
    void nothingIsSaidToHaveHappenedInTheFuture();
    void textsAreCleaned_data();
    void textsAreCleaned();
    void textsHaveALimit_data();
    void textsHaveALimit();
    void theBasisIsTheEntryInForce();
    void aDecisionIsTheSameWhateverWasSeen();
};

void TstDecide::nothingCanBeSaidBeforeTheDeclaration()
{
    const std::vector<Command> all = everyCommand(Story::act(0));
    for (auto command = all.begin() + 1; command != all.end(); ++command) {
        Story story;
        QCOMPARE(said(story.say(*command), story.state()), u"refused: NotDeclared "_s.trimmed());
        QVERIFY(story.events().empty());
    }
}

void TstDecide::aDeclarationIsOneAct_data()
{
    QTest::addColumn<Command>("declare");
    QTest::addColumn<QString>("then");
    const QString declared = u"declared P1 Investigating 'Sockets drop'; playbook drill; "
                             "introduced Alice Chen @alice on the roster as alice"_s;
    const auto with = [](auto change) {
        Declare declare = Story::declaration();
        change(declare);
        return Command(declare);
    };
    const auto row = [&](const char* sentence, auto change, const QString& then) {
        QTest::newRow(sentence) << with(change) << then;
    };
    row(
        "a title will do", [](Declare&) {}, declared);
    row(
        "the title is trimmed", [](Declare& d) { d.title = u" Sockets drop\n"_s; }, declared);
    row(
        "with everything that is known",
        [](Declare& d) {
            d.impact = u"customers log in twice "_s;
            d.impactSince = tests::at(u"13:40"_s);
            d.detectedAt = tests::at(u"13:55"_s);
        },
        declared
            + u"; milestone impact_started at 13:40; milestone detected at 13:55; impact 'customers log in twice'"_s);
    row(
        "with the role that one takes", [](Declare& d) { d.role = u"scribe"_s; },
        declared + u"; role scribe to Alice Chen"_s);
    row(
        "with a role that is not in the playbook", [](Declare& d) { d.role = u"barkeeper"_s; },
        u"refused: UnknownRole barkeeper"_s);
    row(
        "an impact of blanks is none", [](Declare& d) { d.impact = u" \n"_s; }, declared);
    row(
        "without a title", [](Declare& d) { d.title = u" \t"_s; }, u"refused: EmptyText"_s);
    row(
        "a severity that is not in the playbook", [](Declare& d) { d.severity = u"P9"_s; },
        u"refused: UnknownSeverity P9"_s);
    row(
        "a severity in other letters", [](Declare& d) { d.severity = u"p1"_s; }, u"refused: UnknownSeverity p1"_s);
    row(
        "impact a little ahead of this clock", [](Declare& d) { d.impactSince = tests::at(u"14:02"_s); },
        declared + u"; milestone impact_started at 14:02"_s);
    row(
        "impact in the future", [](Declare& d) { d.impactSince = tests::at(u"14:02:01"_s); },
        u"refused: FutureTime 2026-01-31T14:02:01Z"_s);
    row(
        "impact before there were computers", [](Declare& d) { d.impactSince = Instant(-Milliseconds(1)); },
        u"refused: BadTime 1969-12-31T23:59:59.999Z"_s);
    row(
        "detected in the future", [](Declare& d) { d.detectedAt = tests::at(u"14:03"_s); },
        u"refused: FutureTime 2026-01-31T14:03:00Z"_s);
    row(
        "a playbook without statuses", [](Declare& d) { d.playbook.statuses.clear(); },
        QString(declared).remove(u" Investigating"_s));
}

void TstDecide::aDeclarationIsOneAct()
{
    QFETCH(Command, declare);
    QFETCH(QString, then);
    Story story;
    const Outcome outcome = story.say(declare);
    QCOMPARE(said(outcome, story.state()), then);
    for (const Event& event : outcome.written)
        QCOMPARE(event.envelope.act, Story::act(0));
    QCOMPARE(story.state().declared(), !outcome.refused);
    QVERIFY(story.state().anomalies.empty());
    QVERIFY(story.state().conflicts.empty());
}

void TstDecide::aDeclarationIsTheActItself()
{
    const Story story = Story::declared();
    QVERIFY(std::holds_alternative<IncidentDeclared>(story.events().front().body));
    QCOMPARE(story.events().front().envelope.id, Story::act(0));
    QCOMPARE(story.events().front().envelope.actor, rosterPersonId(u"alice"_s));
}

void TstDecide::isDeclaredOnce()
{
    Story story = Story::declared();
    QCOMPARE(said(story.say(Story::declaration()), story.state()), u"refused: AlreadyDeclared INC-2026-01-31-001"_s);
}

void TstDecide::fields_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    row("another severity", {}, ChangeSeverity{u"P0"_s, u" it spreads "_s}, u"severity P0 'it spreads'"_s);
    row("the severity it has", {}, ChangeSeverity{u"P1"_s, {}}, u"nothing"_s);
    row("the severity it has again", {ChangeSeverity{u"P0"_s, {}}}, ChangeSeverity{u"P0"_s, {}}, u"nothing"_s);
    row("the severity it had", {ChangeSeverity{u"P0"_s, {}}}, ChangeSeverity{u"P1"_s, {}}, u"severity P1"_s);
    row("an unknown severity", {}, ChangeSeverity{u"P9"_s, {}}, u"refused: UnknownSeverity P9"_s);

    row("another status", {}, ChangeStatus{u"Mitigating"_s, u"rolling back"_s}, u"status Mitigating 'rolling back'"_s);
    row("the status it has", {}, ChangeStatus{u"Investigating"_s, {}}, u"nothing"_s);
    row("the status it has, with news", {}, ChangeStatus{u"Investigating"_s, u"still"_s},
        u"status Investigating 'still'"_s);
    row("an unknown status", {}, ChangeStatus{u"Fixed"_s, {}}, u"refused: UnknownStatus Fixed"_s);

    row("another title", {}, Retitle{u"Sockets drop in Europe"_s}, u"title 'Sockets drop in Europe'"_s);
    row("the title it has", {}, Retitle{u" Sockets drop "_s}, u"nothing"_s);
    row("no title", {}, Retitle{u" "_s}, u"refused: EmptyText"_s);

    row("an impact", {}, DescribeImpact{u"half of Europe"_s}, u"impact 'half of Europe'"_s);
    row("the same impact", {DescribeImpact{u"half of Europe"_s}}, DescribeImpact{u"half of Europe"_s}, u"nothing"_s);
    row("no impact", {}, DescribeImpact{{}}, u"refused: EmptyText"_s);

    row("a cadence", {}, SetCadence{{}, 20min}, u"cadence 20 min"_s);
    row("the severity's cadence, now on purpose", {}, SetCadence{{}, 30min}, u"cadence 30 min"_s);
    row("the same cadence", {SetCadence{{}, 20min}}, SetCadence{{}, 20min}, u"nothing"_s);
    row("no cadence", {SetCadence{{}, 20min}}, SetCadence{{}, 0min}, u"cadence 0 min"_s);
    row("no cadence where there is none yet", {}, SetCadence{{}, 0min}, u"cadence 0 min"_s);
    row("a cadence of another audience", {SetCadence{{}, 20min}}, SetCadence{u" board\n"_s, 20min},
        u"cadence 20 min for board"_s);
    row("a negative cadence", {}, SetCadence{{}, -5min}, u"refused: BadTime -5"_s);
    row("the longest cadence", {}, SetCadence{{}, maxMinutes}, u"cadence 1000000000 min"_s);
    row("a cadence that could not be read back", {}, SetCadence{{}, maxMinutes + 1min},
        u"refused: BadTime 1000000001"_s);

    row("an update", {}, SendUpdate{{}, {}, {}, u"we are on it"_s}, u"update 'we are on it'"_s);
    row("the same update again", {SendUpdate{{}, {}, {}, u"we are on it"_s}}, SendUpdate{{}, {}, {}, u"we are on it"_s},
        u"update 'we are on it'"_s);
    row("an update with a status", {}, SendUpdate{{}, u"Monitoring"_s, {}, u"better"_s},
        u"status Monitoring; update 'better'"_s);
    row("an update with the status it has", {}, SendUpdate{{}, u"Investigating"_s, {}, u"same"_s}, u"update 'same'"_s);
    row("an update with an unknown status", {}, SendUpdate{{}, u"Fixed"_s, {}, u"x"_s},
        u"refused: UnknownStatus Fixed"_s);
    row("an update with the next one's time", {}, SendUpdate{u"board"_s, {}, tests::at(u"15:15"_s), u"x"_s},
        u"update to board, next at 15:15 'x'"_s);
    SendUpdate full{{}, u"Monitoring"_s, {}, u"half is back"_s, u"the pool"_s, u"drain prod-3"_s};
    full.impact = u"half of the users"_s;
    full.every = std::chrono::minutes(10);
    row("an update with all that comes with it", {}, full,
        u"status Monitoring; impact 'half of the users'; cadence 10 min; "
        "update 'half is back' because of the pool then drain prod-3"_s);
    full.impact = u" "_s;
    row("an update with an impact that says nothing", {}, full, u"refused: EmptyText"_s);
    row("an update that says nothing", {}, SendUpdate{{}, u"Monitoring"_s, {}, u" "_s}, u"refused: EmptyText"_s);
}

void TstDecide::roles_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    const Command carolScribes = AssignRole{u"scribe"_s, carol};
    const Command carolOnCall = AssignRole{u"on-call"_s, carol};
    const Command bobOnCall = AssignRole{u"on-call"_s, bob};
    row("a role that nobody holds", {}, carolScribes,
        u"introduced Carol Lee @carol on the roster as carol; role scribe to Carol Lee"_s);
    row("a role somebody else holds", {carolScribes}, AssignRole{u"scribe"_s, bob},
        u"introduced Bob; role scribe to Bob"_s);
    row("a role they hold", {carolScribes}, carolScribes, u"nothing"_s);
    row("a role they had let go", {carolScribes, ReleaseRole{u"scribe"_s, carol}}, carolScribes,
        u"role scribe to Carol Lee"_s);
    row("a second holder", {carolOnCall}, bobOnCall, u"introduced Bob; role on-call to Bob"_s);
    row("a second holder again", {carolOnCall, bobOnCall}, carolOnCall, u"nothing"_s);
    row("an unknown role", {}, AssignRole{u"driver"_s, carol}, u"refused: UnknownRole driver"_s);

    row("letting go", {carolScribes}, ReleaseRole{u"scribe"_s, carol}, u"role scribe from Carol Lee"_s);
    row("letting go, whoever holds it", {carolScribes}, ReleaseRole{u"scribe"_s, {}}, u"role scribe from Carol Lee"_s);
    row("one of two lets go", {carolOnCall, bobOnCall}, ReleaseRole{u"on-call"_s, bob}, u"role on-call from Bob"_s);
    row("both let go", {carolOnCall, bobOnCall}, ReleaseRole{u"on-call"_s, {}},
        u"role on-call from Carol Lee; role on-call from Bob"_s);
    row("a role that nobody holds is let go", {}, ReleaseRole{u"scribe"_s, {}}, u"refused: RoleNotHeld scribe"_s);
    row("somebody else's role is let go", {carolScribes}, ReleaseRole{u"scribe"_s, bob},
        u"refused: RoleNotHeld scribe"_s);
    row("a role is let go twice", {carolScribes, ReleaseRole{u"scribe"_s, {}}}, ReleaseRole{u"scribe"_s, {}},
        u"refused: RoleNotHeld scribe"_s);
    row("an unknown role is let go", {}, ReleaseRole{u"driver"_s, {}}, u"refused: UnknownRole driver"_s);
}

void TstDecide::nothingIsSaidToHaveHappenedInTheFuture_data()
{
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("then");
    QTest::newRow("now") << u"14:30"_s << u"note 'x'"_s;
    QTest::newRow("long ago") << u"1999-12-31T23:59:59"_s << u"note 'x'"_s;
    QTest::newRow("two minutes ahead") << u"14:32"_s << u"note 'x'"_s;
    QTest::newRow("a millisecond more") << u"14:32:00.001"_s << u"refused: FutureTime 2026-01-31T14:32:00.001Z"_s;
    QTest::newRow("tomorrow") << u"2026-02-01T14:30"_s << u"refused: FutureTime 2026-02-01T14:30:00Z"_s;
}

void TstDecide::nothingIsSaidToHaveHappenedInTheFuture()
{
    QFETCH(QString, happened);
    QFETCH(QString, then);
    Story story = Story::declared();
    QCOMPARE(
        said(story.at(u"14:30"_s).happened(happened).say(Note{NoteKind::Note, u"x"_s, false}), story.state()), then);
    Story undeclared;
    const QString refusal = then.startsWith(u"refused"_s) ? then : u"declared"_s;
    QVERIFY(said(undeclared.at(u"14:30"_s).happened(happened).say(Story::declaration()), undeclared.state())
                .startsWith(refusal));
}

void TstDecide::textsAreCleaned_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char* sentence, const QString& typed, const QString& stored) {
        QTest::newRow(sentence) << typed << stored;
    };
    row("plain", u"a b"_s, u"a b"_s);
    row("blanks around it", u" \n a  b \t"_s, u"a  b"_s);
    row("line breaks of Windows", u"a\r\nb\r\n\r\nc"_s, u"a\nb\n\nc"_s);
    row("line breaks of an old Mac", u"a\rb\r\rc"_s, u"a\nb\n\nc"_s);
    row("a tab", u"a\tb"_s, u"a\tb"_s);
    row("NUL", u"a"_s + QChar(u'\0') + u"b"_s, u"ab"_s);
    row("escape, bell, delete", u"a\u001b[31mb\u0007c\u007fd"_s, u"a[31mbcd"_s);
    row("control characters beyond ASCII", u"a"_s + QChar(0x85) + QChar(0x9b) + u"b"_s, u"ab"_s);
    row("the two that are no characters", u"a"_s + QChar(0xfffe) + QChar(0xffff), u"a\ufffd\ufffd"_s);
    row("a whole emoji", u"a\U0001F525b"_s, u"a\U0001F525b"_s);
    row("its first half", u"a"_s + QChar(0xd83d) + u"b"_s, u"a\ufffdb"_s);
    row("its second half", u"a"_s + QChar(0xdd25) + u"b"_s, u"a\ufffdb"_s);
    row("its first half at the end", u"a"_s + QChar(0xd83d), u"a\ufffd"_s);
    row("its halves the wrong way round", u"a"_s + QChar(0xdd25) + QChar(0xd83d) + u"b"_s, u"a\ufffd\ufffdb"_s);
    row("first half twice", u"a"_s + QChar(0xd83d) + QChar(0xd83d) + QChar(0xdd25), u"a\ufffd\U0001F525"_s);
    row("markup is text", u"<img src='/dev/zero'>"_s, u"<img src='/dev/zero'>"_s);
}

void TstDecide::textsAreCleaned()
{
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    Story story = Story::declared();
    const auto text = [&](const Command& command) { return *prose(story.say(command).written.back().body); };
    QCOMPARE(text(Note{NoteKind::Note, typed, false}), stored);
    QCOMPARE(text(Retitle{typed}), stored);
    QCOMPARE(text(ChangeSeverity{u"P0"_s, typed}), stored);
    QCOMPARE(cleaned(stored), stored);
}

void TstDecide::textsHaveALimit_data()
{
    QTest::addColumn<int>("command");
    QTest::addColumn<bool>("required");
    int n = 0;
    for (const auto& [name, required] :
        {std::pair("title", true), {"impact", true}, {"update", true}, {"note", true}, {"action", true},
            {"follow-up", true}, {"section", true}, {"amendment", true}, {"severity's reason", false},
            {"status's text", false}, {"resolution", false}, {"milestone's text", false}, {"retraction", false}})
        QTest::newRow(name) << n++ << required;
}

void TstDecide::textsHaveALimit()
{
    QFETCH(int, command);
    QFETCH(bool, required);
    const auto written = [&](const QString& text) {
        const std::vector<Command> all{Retitle{text}, DescribeImpact{text}, SendUpdate{{}, {}, {}, text},
            Note{NoteKind::Note, text, false}, AssignAction{{}, {}, text}, ProposeFollowUp{{}, {}, {}, text},
            WriteSection{u"lessons"_s, text}, AmendEntry{Story::act(1), {}, text}, ChangeSeverity{u"P0"_s, text},
            ChangeStatus{u"Mitigating"_s, text}, Resolve{false, text}, SetMilestone{Milestone::Detected, text},
            RetractAct{Story::act(1), text}};
        Story story = Story::declared();
        story.says(Note{NoteKind::Note, u"old"_s, false});
        const Outcome outcome = story.say(all[size_t(command)]);
        return outcome.refused ? said(outcome, story.state())
                               : QString::number(prose(outcome.written.back().body)->size());
    };
    const QString none = required ? u"refused: EmptyText"_s : u"0"_s;
    QCOMPARE(written({}), none);
    QCOMPARE(written(u" \r\n\t "_s), none);
    QCOMPARE(written(QString(3, QChar(u'\0'))), none);
    QCOMPARE(written(u"x"_s), u"1"_s);
    QCOMPARE(written(QString(maxProse, u'x')), u"100000"_s);
    QCOMPARE(written(u"  "_s + QString(maxProse, u'x') + u'\n'), u"100000"_s);
    QCOMPARE(written(QString(maxProse + 1, u'x')), u"refused: TextTooLong 100001"_s);
}

void TstDecide::theBasisIsTheEntryInForce()
{
    Story story = Story::declared();
    const auto basis = [&](const Command& command) {
        const auto of = story.say(command).written.back().envelope.basis;
        return of ? called(*of) : u"none"_s;
    };
    QCOMPARE(basis(ChangeSeverity{u"P0"_s, {}}), u"0"_s);
    QCOMPARE(basis(ChangeSeverity{u"P2"_s, {}}), u"1"_s);
    QCOMPARE(basis(Note{NoteKind::Note, u"x"_s, false}), u"none"_s);
    story.happened(u"13:00"_s);
    QCOMPARE(basis(ChangeSeverity{u"P0"_s, {}}), u"2"_s);
    QCOMPARE(basis(ChangeSeverity{u"P1"_s, {}}), u"2"_s); // the late one is not in force
    QCOMPARE(basis(Retitle{u"y"_s}), u"0"_s);
    QCOMPARE(basis(DescribeImpact{u"x"_s}), u"none"_s);
    QCOMPARE(basis(DescribeImpact{u"y"_s}), u"7"_s);
    QCOMPARE(basis(SetCadence{{}, 5min}), u"none"_s);
    QCOMPARE(basis(SetCadence{u"board"_s, 5min}), u"none"_s);
    QCOMPARE(basis(SetCadence{{}, 6min}), u"9"_s);
    QCOMPARE(basis(AssignRole{u"scribe"_s, onRoster(u"alice"_s, {})}), u"none"_s);
    QCOMPARE(basis(ReleaseRole{u"scribe"_s, {}}), u"12"_s);
    QCOMPARE(basis(AssignRole{u"scribe"_s, bob}), u"13"_s);
    QCOMPARE(basis(ChangeStatus{u"Monitoring"_s, {}}), u"0"_s);
    QCOMPARE(basis(SetMilestone{Milestone::Mitigated, {}}), u"15"_s);
    QCOMPARE(basis(WriteSection{u"lessons"_s, u"x"_s}), u"none"_s);
    QCOMPARE(basis(WriteSection{u"lessons"_s, u"y"_s}), u"17"_s);
    QCOMPARE(basis(FlagEntry{Story::act(3), Flag::Pinned, true}), u"none"_s);
    QCOMPARE(basis(FlagEntry{Story::act(3), Flag::Sensitive, true}), u"none"_s);
    QCOMPARE(basis(FlagEntry{Story::act(3), Flag::Pinned, false}), u"19"_s);
    QCOMPARE(basis(AssignRole{u"on-call"_s, bob}), u"none"_s);
    QCOMPARE(basis(ReleaseRole{u"on-call"_s, bob}), u"22"_s);
    QVERIFY(story.state().conflicts.empty());
}

void TstDecide::aDecisionIsTheSameWhateverWasSeen()
{
    Story story = Story::declared();
    const Submission submission = story.submission(ChangeSeverity{u"P2"_s, u"x"_s});
    const auto before = decide(story.state(), submission, story.now());
    Story other = story;
    story.says(ChangeSeverity{u"P0"_s, {}});
    const auto after = decide(story.state(), submission, story.now());
    QVERIFY(before && after);
    QVERIFY(before->front().basis != after->front().basis);
    QVERIFY(sameDecision(*before, *after));
    const auto changed = [&](auto change) {
        std::vector<Draft> drafts = *before;
        change(drafts);
        return !sameDecision(*before, drafts) && !sameDecision(drafts, *before);
    };
    QVERIFY(changed([](auto& drafts) { drafts.clear(); }));
    QVERIFY(changed([](auto& drafts) { drafts.push_back(drafts.back()); }));
    QVERIFY(changed([](auto& drafts) { drafts[0].body = SeverityChanged{u"P2"_s, u"y"_s}; }));
    QVERIFY(changed([](auto& drafts) { drafts[0].actor = {}; }));
    QVERIFY(changed([](auto& drafts) { drafts[0].by = PersonId{}; }));
    QVERIFY(changed([](auto& drafts) { drafts[0].occurredAt += 1ms; }));
}

QTEST_APPLESS_MAIN(TstDecide)
#include "tst_decide.moc"
