// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/said.h"
#include "incident/people.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::tests;
using capture::Reading;
using namespace Qt::Literals::StringLiterals;

class TstVerbs : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsVerbs_data();
    void readsVerbs() { compareLine(Room()); }
    void meansTheAlertThatFires_data();
    void meansTheAlertThatFires();
    void marksActionsAndFollowUpsByNumber();
    void givesWorkToSomebodyByNumber_data();
    void givesWorkToSomebodyByNumber();
    void marksStepsByNumber_data();
    void marksStepsByNumber();
    void answersWhatAStepAsks_data();
    void answersWhatAStepAsks();
    void declaresWithThePlaybook();
    void asksWhichRoleHolder();
};

void TstVerbs::readsVerbs_data()
{
    addLineColumns();
    addLine("/sev P1", "14:45:41", "severity P1");
    addLine("/sev p0", "14:45:41", "severity P0");
    addLine("/sev P1 half is back", "14:45:41", "severity P1", "half is back");
    addLine("/sev P1 Because half", "14:45:41", "severity P1", "half");
    addLine("/sev P1 because", "14:45:41", "severity P1");
    addLine("/sev sev 1 x", "14:45:41", "severity SEV 1", "x");
    addLine("/sev SEV  1 major x", "14:45:41", "severity SEV 1 major", "x");
    addLine("/sev -2m P1", "14:43:41", "severity P1");
    addLine("14:31 @alice /sev P1", "14:31:00", "severity P1 by Alice Chen");
    addLine("14:31 /sev 14:32 P1", "14:31:00", "refused: UnknownSeverity 14:32");
    addLine("/sev P9", "14:45:41", "refused: UnknownSeverity P9");
    addLine("/sev P1x", "14:45:41", "refused: UnknownSeverity P1x");
    addLine("/sev", "14:45:41", "refused: BadForm /sev P1 because …");

    addLine("/status monitoring", "14:45:41", "status Monitoring");
    addLine("/status Monitoring since the rollback", "14:45:41", "status Monitoring", "since the rollback");
    addLine("/status monitoring closely now", "14:45:41", "status Monitoring closely", "now");
    addLine("/status 14:31 monitoring", "14:31:00", "status Monitoring");
    addLine("/status fine", "14:45:41", "refused: UnknownStatus fine");
    addLine("/status", "14:45:41", "refused: BadForm /status WORD");

    addLine("/role on-call @carol", "14:45:41", "Carol Lee takes on-call");
    addLine("/role ic @dave", "14:45:41", "Dave Wong takes incident-commander");
    addLine("/role incident  commander @\"Carol Lee\"", "14:45:41", "Carol Lee takes incident-commander");
    addLine("/role IC @erin", "14:45:41", "erin (new) takes incident-commander");
    addLine("/role IC -", "14:45:41", "release incident-commander");
    addLine("-2m /role IC -", "14:43:41", "release incident-commander");
    addLine("@carol /role IC", "14:45:41", "Carol Lee takes incident-commander");
    addLine("@alice /role IC @carol", "14:45:41", "Carol Lee takes incident-commander by Alice Chen");
    addLine("@alice /role IC -", "14:45:41", "release incident-commander by Alice Chen");
    addLine("/role commander @carol", "14:45:41", "refused: UnknownRole commander");
    addLine("/role head  cook @carol", "14:45:41", "refused: UnknownRole head cook");
    addLine("/role cook -", "14:45:41", "refused: UnknownRole cook");
    addLine("/role IC", "14:45:41", "refused: BadForm /role NAME @person");
    addLine("/role @carol", "14:45:41", "refused: BadForm /role NAME @person");
    addLine("/role -", "14:45:41", "refused: BadForm /role NAME @person");
    addLine("/role", "14:45:41", "refused: BadForm /role NAME @person");
    addLine("/role IC @carol please", "14:45:41", "refused: BadForm /role NAME @person");

    addLine("/ack", "14:45:41", "acknowledged");
    addLine("-5m /ack by phone", "14:40:41", "acknowledged", "by phone");
    addLine("/ack -5m by phone", "14:40:41", "acknowledged", "by phone");
    addLine("/detected yesterday 23:50", "2026-01-30 23:50:00", "detected");
    addLine("@dave /detected by hand", "14:45:41", "detected by Dave Wong", "by hand");
    addLine("/mitigated 14:40 rolled back", "14:40:00", "mitigated", "rolled back");
    addLine("/began 14:15", "14:15:00", "impact_started");
    addLine("14:31 /ack 14:32", "14:31:00", "acknowledged", "14:32");

    addLine("/resolve", "14:45:41", "resolve");
    addLine("/resolve rolled back", "14:45:41", "resolve", "rolled back");
    addLine("/resolve false alarm", "14:45:41", "resolve as false alarm");
    addLine("/resolve False Alarm: a broken probe", "14:45:41", "resolve as false alarm", "a broken probe");
    addLine("/resolve false alarms stopped", "14:45:41", "resolve", "false alarms stopped");
    addLine("/resolve 14:31 was the last error", "14:45:41", "resolve", "14:31 was the last error");
    addLine("15:00 /resolve all back", "2026-01-30 15:00:00", "resolve", "all back");
    addLine("/close", "14:45:41", "close");
    addLine("/close it", "14:45:41", "refused: BadForm /close");

    addLine("/title Pool exhausted", "14:45:41", "title", "Pool exhausted");
    addLine("/title", "14:45:41", "refused: BadForm /title text");
    addLine("/impact 5,000 users", "14:45:41", "impact", "5,000 users");
    addLine("/impact", "14:45:41", "refused: BadForm /impact text");
    addLine("/update 14:31 rolled back", "14:45:41", "update", "14:31 rolled back");
    addLine("/update @carol is on it", "14:45:41", "update", "@carol is on it");
    addLine("/update ", "14:45:41", "refused: BadForm /update text");

    addLine("/followup add a test", "14:45:41", "follow-up", "add a test");
    addLine("/followup @dave due 2026-02-01 prio P1 add a test", "14:45:41",
        "follow-up, owner Dave Wong, due 2026-02-01, P1", "add a test");
    addLine("/followup prio p1 due 2026-02-01 @DevOps add", "14:45:41",
        "follow-up, owner DevOps (new), due 2026-02-01, P1", "add");
    addLine("/followup prio high add", "14:45:41", "follow-up, high", "add");
    addLine("@dave /followup add", "14:45:41", "follow-up, owner Dave Wong", "add");
    addLine("@alice /followup @dave add", "14:45:41", "follow-up, owner Dave Wong by Alice Chen", "add");
    addLine("/followup @dave @alice helps", "14:45:41", "follow-up, owner Dave Wong", "@alice helps");
    addLine("/followup due 2026-02-01 due 2026-02-02", "14:45:41", "follow-up, due 2026-02-01", "due 2026-02-02");
    addLine("/followup overdue tests", "14:45:41", "follow-up", "overdue tests");
    addLine("/followup due tomorrow add", "14:45:41", "refused: BadDate tomorrow");
    addLine("/followup due 2026-02-30 add", "14:45:41", "refused: BadDate 2026-02-30");
    addLine("/followup due", "14:45:41", "refused: BadForm /followup @owner due 2026-02-01 prio P1 text");
    addLine("/followup prio", "14:45:41", "refused: BadForm /followup @owner due 2026-02-01 prio P1 text");
    addLine("/followup @dave", "14:45:41", "refused: BadForm /followup @owner due 2026-02-01 prio P1 text");

    addLine("/done 7", "14:45:41", "refused: UnknownAction 7");
    addLine("/done #7", "14:45:41", "refused: UnknownAction 7");
    addLine("/start it", "14:45:41", "refused: BadForm /start 3");
    addLine("/drop", "14:45:41", "refused: BadForm /drop 3");
    addLine("/done 7 8", "14:45:41", "refused: BadForm /done 3");
    addLine("/done 7777777", "14:45:41", "refused: BadForm /done 3");

    addLine("/owner", "14:45:41", "refused: BadForm /owner 3 @person");
    addLine("/owner @dave", "14:45:41", "refused: BadForm /owner 3 @person");
    addLine("/owner 7 @dave", "14:45:41", "refused: UnknownAction 7");

    addLine("/tick 1", "14:45:41", "refused: NoRunbook");
    addLine("/tick", "14:45:41", "refused: BadForm /tick 3");
    addLine("/skip one", "14:45:41", "refused: BadForm /skip 3 why");
    addLine("/set", "14:45:41", "refused: BadForm /set NAME value");
    addLine("/set <pod>", "14:45:41", "refused: BadForm /set NAME value");
    addLine("/set <pod> prod 3", "14:45:41", "set <pod>", "prod 3");

    addLine("/alert DiskFull", "14:45:41", "DiskFull fires since 14:45:41");
    addLine("14:20 /alert DiskFull firing 95 % used", "14:20:00", "DiskFull fires since 14:20:00", "95 % used");
    addLine("/alert DiskFull pod=p-3 suppressed zone=a x=1", "14:45:41",
        "DiskFull is suppressed with pod=p-3,x=1,zone=a since 14:45:41");
    addLine("/alert DiskFull runbook_url=https://r/x#disk pod=p-3", "14:45:41",
        "DiskFull fires with pod=p-3 since 14:45:41, runbook https://r/x#disk");
    addLine("/alert DiskFull it is firing", "14:45:41", "DiskFull fires since 14:45:41", "it is firing");
    addLine("/alert -5m DiskFull resolved", "14:40:41", "DiskFull is resolved since 14:40:41");
    addLine("/alert", "14:45:41", "refused: BadForm /alert NAME [firing|resolved] [label=value …] text");

    addLine("/section root-cause A leak.", "14:45:41", "section root-cause", "A leak.");
    addLine("/section ROOT CAUSE A leak.", "14:45:41", "section root-cause", "A leak.");
    addLine("/section what went well The team.", "14:45:41", "section went-well", "The team.");
    addLine("/section what went wellington", "14:45:41", "section went", "wellington");
    addLine("/section lessons Test.", "14:45:41", "refused: UnknownSection lessons");
    addLine("/section root-cause", "14:45:41", "refused: BadForm /section NAME text");
    addLine("/section", "14:45:41", "refused: BadForm /section NAME text");

    addLine("/incident declare P0 pool full", "14:45:41", "declare P0", "pool full");
    addLine("14:20 @alice /incident declare sev 1 pool full", "14:20:00", "declare SEV 1 by Alice Chen", "pool full");
    addLine("/incident declare P9 pool full", "14:45:41", "refused: UnknownSeverity P9");
    addLine("/incident declare P0", "14:45:41", "refused: BadForm /incident declare P0 text");
    addLine("/incident declare", "14:45:41", "refused: BadForm /incident declare P0 text");
    addLine("/incident close", "14:45:41", "refused: BadForm /incident declare P0 text");
    addLine("/incident", "14:45:41", "refused: BadForm /incident declare P0 text");
}

void TstVerbs::meansTheAlertThatFires_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("fingerprint");
    QTest::newRow("by its name") << u"/alert diskfull resolved"_s << u"a2"_s;
    QTest::newRow("by a label") << u"/alert DiskFull pod=p-1 resolved"_s << u"a1"_s;
    QTest::newRow("by a label of none") << u"/alert DiskFull pod=p-9 resolved"_s << u"DiskFull\npod=p-9"_s;
    QTest::newRow("another") << u"/alert CpuHigh resolved"_s << u"CpuHigh"_s;
    QTest::newRow("one that is over") << u"/alert PodDown"_s << u"PodDown"_s;
}

void TstVerbs::meansTheAlertThatFires()
{
    QFETCH(QString, line);
    QFETCH(QString, fingerprint);
    Room room;
    const auto add = [&](const QString& id, const QString& name, const QString& pod, const QString& since,
                         incident::AlertState alertState) {
        room.state.alerts.insert(
            id, {id, at(since), name, {{u"pod"_s, pod}}, {}, {}, {}, {alertState, {at(since), 1, EntryId{}}}});
    };
    add(u"a1"_s, u"DiskFull"_s, u"p-1"_s, u"2026-01-31T14:20:00"_s, incident::AlertState::Firing);
    add(u"a2"_s, u"DiskFull"_s, u"p-2"_s, u"2026-01-31T14:30:00"_s, incident::AlertState::Suppressed);
    add(u"a3"_s, u"PodDown"_s, u"p-2"_s, u"2026-01-31T14:30:00"_s, incident::AlertState::Resolved);
    const Reading reading = room.read(line);
    QVERIFY(reading.command);
    QCOMPARE(std::get<incident::TellAlert>(*reading.command).fingerprint, fingerprint);
}

void TstVerbs::marksActionsAndFollowUpsByNumber()
{
    Room room;
    const EntryId action = room.assign(3);
    const EntryId followUp = room.propose(4);
    const auto marked = [&](const char* line) {
        const Reading reading = room.read(QLatin1String(line));
        return reading.command ? std::get<incident::MarkAction>(*reading.command) : incident::MarkAction();
    };
    QCOMPARE(marked("/done 3"), (incident::MarkAction{action, incident::Mark::Done}));
    QCOMPARE(marked("14:31 /start #3"), (incident::MarkAction{action, incident::Mark::Started}));
    QCOMPARE(marked("/drop 4"), (incident::MarkAction{followUp, incident::Mark::Dropped}));
    QCOMPARE(marked("/done 03"), (incident::MarkAction{action, incident::Mark::Done}));
    QCOMPARE(marked("/done 34"), incident::MarkAction());
}

void TstVerbs::givesWorkToSomebodyByNumber_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reads");
    const auto row = [](const char* line, const char* reads) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(reads);
    };
    row("/owner 3 @dave", "owner Dave Wong");
    row("@dave /owner #4", "owner Dave Wong");
    row("@alice /owner 3 @dave", "owner Dave Wong by Alice Chen");
    row("/owner 3 @Mia", "owner Mia (new)");
    row("/owner 3 -", "owner nobody");
    row("/owner 3", "refused: BadForm /owner 3 @person");
    row("/owner 3 dave", "refused: BadForm /owner 3 @person");
    row("/owner 3 @dave please", "refused: BadForm /owner 3 @person");
    row("/owner 3 - @dave", "refused: BadForm /owner 3 @person");
}

void TstVerbs::givesWorkToSomebodyByNumber()
{
    QFETCH(QString, line);
    QFETCH(QString, reads);
    Room room;
    room.assign(3);
    room.propose(4);
    QCOMPARE(said(room.read(line)), reads);
}

void TstVerbs::marksStepsByNumber_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reads");
    const auto row = [](const char* line, const char* reads) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(reads);
    };
    row("/tick 2", "done step 1 of the second");
    row("14:31 @dave /tick #2", "done step 1 of the second by Dave Wong");
    row("/tick 2 it is full", "done step 1 of the second: it is full");
    row("/skip 1 no access", "skipped step 0 of the second: no access");
    row("/skip 1", "refused: BadForm /skip 3 why");
    row("/seen 1 125 s old", "note at step 0 of the second: 125 s old");
    row("/seen 1", "refused: BadForm /seen 3 text");
    row("/output 1\nready 0\nbusy 25", "output at step 0 of the second: ready 0|busy 25");
    row("/tick 3", "refused: UnknownStep 3");
    row("/tick 0", "refused: UnknownStep 0");
}

void TstVerbs::marksStepsByNumber()
{
    QFETCH(QString, line);
    QFETCH(QString, reads);
    Room room;
    const EntryId first = room.takeUp(1);
    room.takeUp(2);
    QCOMPARE(said(room.read(line)), reads);
    // The one in view is meant, not the last one.
    room.situation.runbook = first;
    if (!reads.startsWith(QLatin1String("refused")))
        QCOMPARE(said(room.read(QStringLiteral("/tick 1"))), QStringLiteral("done step 0 of the first"));
}

void TstVerbs::answersWhatAStepAsks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reads");
    const auto row = [](const char* line, const char* reads) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(reads);
    };
    row("/tick 1 yes", "done step 0 of the first answer 0: YES");
    row("/tick 1 2", "done step 0 of the first answer 1: NO, memory");
    row("/tick 1 no, m", "done step 0 of the first answer 1: NO, memory");
    row("/tick 1 no, network", "done step 0 of the first answer 2: NO, network");
    row("/tick 1 no", "refused: UnknownAnswer YES, NO, memory, NO, network");
    row("/tick 1", "refused: UnknownAnswer YES, NO, memory, NO, network");
    row("/tick 1 4", "refused: UnknownAnswer YES, NO, memory, NO, network");
    row("/tick 2 yes", "done step 1 of the first: yes");
    row("/skip 1 yes", "skipped step 0 of the first: yes");
}

void TstVerbs::answersWhatAStepAsks()
{
    QFETCH(QString, line);
    QFETCH(QString, reads);
    Room room;
    room.takeUp(1);
    room.ask({QStringLiteral("YES"), QStringLiteral("NO, memory"), QStringLiteral("NO, network")});
    QCOMPARE(said(room.read(line)), reads);
}

void TstVerbs::declaresWithThePlaybook()
{
    const Room room;
    const Reading reading = room.read(QStringLiteral("/incident declare p0 pool full"));
    const auto declared = std::get<incident::Declare>(*reading.command);
    QCOMPARE(declared.playbook, incident::adopt(room.playbook, room.situation.playbookBytes));
    QCOMPARE(declared.playbookBytes, room.situation.playbookBytes);
    QCOMPARE(declared.title, QStringLiteral("pool full"));
    QVERIFY(declared.impact.isEmpty());
}

void TstVerbs::asksWhichRoleHolder()
{
    Room room;
    room.meet(QStringLiteral("Carl Berg"), QStringLiteral("cberg"));
    const Reading reading = room.read(QStringLiteral("/role IC @car"));
    QCOMPARE(said(reading), QStringLiteral("refused: AmbiguousPerson car"));
    QCOMPARE(reading.candidates, (std::vector<QString>{QStringLiteral("carol"), QStringLiteral("cberg")}));
}

QTEST_GUILESS_MAIN(TstVerbs)
#include "tst_verbs.moc"
