// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/said.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::tests;
using capture::Reading;

class TstLine : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheAgreedLines_data();
    void readsTheAgreedLines() { compareLine(Room()); }
    void readsHeads_data();
    void readsHeads() { compareLine(Room()); }
    void readsSeveralLines_data();
    void readsSeveralLines() { compareLine(Room()); }
    void saysKindOwnerAndTimer();
    void needsAnIncident();
    void readsWithoutAnythingToReadAgainst();
};

void TstLine::readsTheAgreedLines_data()
{
    addLineColumns();
    addLine("pool at 96 % on prod-1", "14:45:41", "note", "all");
    addLine("-5m pool saturated", "14:40:41", "note", "pool saturated");
    addLine("-5 degrees in the server room", "14:45:41", "note", "all");
    addLine("- 3 pods restarted", "14:45:41", "note", "all");
    addLine("14:31 /decision @alice roll back", "14:31:00", "decision by Alice Chen", "roll back");
    addLine("14:31 is when the graph drops", "14:31:00", "note", "is when the graph drops");
    addLine("\\14:31 is when the graph drops", "14:45:41", "note", "14:31 is when the graph drops");
    addLine("23:50 deployed", "2026-01-30 23:50:00", "note", "deployed");
    addLine("2026-01-31T12:00Z Deployed v2.2.0", "12:00:00", "note", "Deployed v2.2.0");
    addLine("25:10 is not a time", "14:45:41", "note", "all");
    addLine("! roll back to v2.1.3", "14:45:41", "decision", "roll back to v2.1.3");
    addLine("!important header missing", "14:45:41", "note", "all");
    addLine("+1 from carol", "14:45:41", "note", "all");
    addLine("+ @dave 10m drain prod-3", "14:45:41", "action, owner Dave Wong, timer 10 min", "drain prod-3");
    addLine("/action @dave drain prod-3 -2m", "14:45:41", "action, owner Dave Wong", "drain prod-3 -2m");
    addLine("?? why does prod-2 differ", "14:45:41", "note", "all");
    addLine("*.example.com certificate expired", "14:45:41", "note", "all");
    addLine("/var/log is full on prod-3", "14:45:41", "note", "all");
    addLine("/tmp is full", "14:45:41", "UnknownKind /tmp; again: note", "all");
    addLine("alice@example.com reports failures", "14:45:41", "note", "all");
    addLine("@carol says the pool is full", "14:45:41", "note by Carol Lee", "says the pool is full");
    addLine("-2m /sev P1 because half is back", "14:43:41", "severity P1", "half is back");
    addLine("/role on-call engineer @carol", "14:45:41", "Carol Lee takes on-call");
    addLine("+ restart pool", "14:45:41", "OwnerMissing ; again: action", "restart pool");
}

void TstLine::readsHeads_data()
{
    addLineColumns();
    addLine("", "14:45:41", "nothing");
    addLine("  \t ", "14:45:41", "nothing");
    addLine("\n\n", "14:45:41", "nothing");
    addLine("  pool full  ", "14:45:41", "note", "pool full");
    addLine("  -5m   pool   full", "14:40:41", "note", "pool   full");

    addLine("* pinned", "14:45:41", "note, pinned", "pinned");
    addLine("? a leak", "14:45:41", "hypothesis", "a leak");
    addLine("/note -", "14:45:41", "note", "-");
    addLine("/hypothesis a leak", "14:45:41", "hypothesis", "a leak");
    addLine("/question who deployed?", "14:45:41", "question", "who deployed?");
    addLine("/link https://example.com/a", "14:45:41", "link", "https://example.com/a");
    addLine("/decision 14:31 @alice roll back", "14:31:00", "decision by Alice Chen", "roll back");
    addLine("@alice /decision -5m roll back", "14:40:41", "decision by Alice Chen", "roll back");
    addLine("14:31 ! roll back", "14:31:00", "decision", "roll back");
    addLine("@alice ! roll back", "14:45:41", "decision by Alice Chen", "roll back");

    // What comes a second time is text.
    addLine("14:31 14:32 is late", "14:31:00", "note", "14:32 is late");
    addLine("! ! twice", "14:45:41", "decision", "! twice");
    addLine("! /sev P1 it is", "14:45:41", "decision", "/sev P1 it is");
    addLine("! /tmp is cleaned", "14:45:41", "decision", "/tmp is cleaned");
    addLine("@alice @carol agree", "14:45:41", "note by Alice Chen", "@carol agree");
    addLine("@alice ! @carol leads", "14:45:41", "decision by Alice Chen", "@carol leads");
    addLine("pool -5m full", "14:45:41", "note", "all");
    addLine("the /sev P1 was late", "14:45:41", "note", "all");

    // A person of an action owns it; one before the sign and one behind it: the first said so.
    addLine("@dave + drain", "14:45:41", "action, owner Dave Wong", "drain");
    addLine("@alice + @dave 5m drain", "14:45:41", "action, owner Dave Wong, timer 5 min by Alice Chen", "drain");
    addLine("+ @dave @alice knows how", "14:45:41", "action, owner Dave Wong", "@alice knows how");
    addLine("+ @dave 10m -5m drain", "14:40:41", "action, owner Dave Wong, timer 10 min", "drain");
    addLine("+ -5m @dave 10m drain", "14:40:41", "action, owner Dave Wong, timer 10 min", "drain");
    addLine("+ @dave -5m 10m drain", "14:40:41", "action, owner Dave Wong", "10m drain");
    addLine("+ @dave 0m drain", "14:45:41", "action, owner Dave Wong", "0m drain");
    addLine("+ @dave 1h drain", "14:45:41", "action, owner Dave Wong", "1h drain");
    addLine("+ @dave 10mm drain", "14:45:41", "action, owner Dave Wong", "10mm drain");
    addLine("+ 10m drain", "14:45:41", "OwnerMissing ; again: action", "10m drain");
    addLine("@dave 10m drain", "14:45:41", "note by Dave Wong", "10m drain");
    addLine("+ @DevOps drain", "14:45:41", "action, owner DevOps (new)", "drain");

    // A kind wants a text.
    addLine("!", "14:45:41", "note", "!");
    addLine("! ", "14:45:41", "refused: EmptyText decision");
    addLine("+ @dave 10m", "14:45:41", "refused: EmptyText action");
    addLine("+ ", "14:45:41", "refused: EmptyText action");
    addLine("/decision", "14:45:41", "refused: EmptyText decision");
    addLine("14:31", "14:31:00", "refused: EmptyText note");
    addLine("@alice", "14:45:41", "refused: EmptyText note");
    addLine("\\", "14:45:41", "refused: EmptyText note");

    // Behind a backslash nothing is read; a backslash elsewhere is a character.
    addLine("\\/sev P1", "14:45:41", "note", "/sev P1");
    addLine("\\@alice + @dave", "14:45:41", "note", "@alice + @dave");
    addLine("\\\\server\\share is full", "14:45:41", "note", "\\server\\share is full");
    addLine("14:31 \\/sev P1", "14:31:00", "note", "\\/sev P1");

    // Words that are no kind.
    addLine("14:31 @alice /tmp is full", "14:45:41", "UnknownKind /tmp; again: note", "all");
    addLine("/tmp", "14:45:41", "UnknownKind /tmp; again: note", "all");
    addLine("@alice /decisions", "14:45:41", "UnknownKind /decisions; again: note", "all");
    addLine("/Sev P1", "14:45:41", "note", "all");
    addLine("/dev2 is gone", "14:45:41", "note", "all");
    addLine("/ is full", "14:45:41", "note", "all");
    addLine("/sev: P1", "14:45:41", "note", "all");
    addLine("//sev P1", "14:45:41", "note", "all");
}

void TstLine::readsSeveralLines_data()
{
    addLineColumns();
    addLine("pool full\n14:31 /sev P1", "14:45:41", "note", "all");
    addLine("14:31 pool full\r\nand again", "14:31:00", "note", "pool full\r\nand again");
    addLine("! roll back\n\n- and wait", "14:45:41", "decision", "roll back\n\n- and wait");
    addLine("/decision\nroll back", "14:45:41", "decision", "roll back");
    addLine("14:31\nroll back", "14:31:00", "note", "roll back");
    addLine("-5m\n14:31 roll back", "14:40:41", "note", "14:31 roll back");
    addLine("! \nroll back", "14:45:41", "decision", "roll back");
    addLine("!\nroll back", "14:45:41", "note", "all");
    addLine("\n\n 14:31 pool full\n", "14:31:00", "note", "pool full");
    addLine("+ @dave\n10m drain", "14:45:41", "action, owner Dave Wong", "10m drain");
    addLine("yesterday\n23:50", "14:45:41", "note", "all");
    addLine("\\! one\n! two", "14:45:41", "note", "! one\n! two");
    addLine("/section root-cause\nA leak.\n\n/sev P1", "14:45:41", "section root-cause", "A leak.\n\n/sev P1");
    addLine("/section root cause A leak.\nSince v2.2.0.", "14:45:41", "section root-cause", "A leak.\nSince v2.2.0.");
    addLine("/sev P1 because\nhalf is back", "14:45:41", "severity P1", "half is back");
    addLine("/sev\nP1", "14:45:41", "refused: BadForm /sev P1 because …");
    addLine("/update one\ntwo", "14:45:41", "update", "one\ntwo");
    addLine("/role on-call @carol\nand thanks", "14:45:41", "refused: BadForm /role NAME @person");
    addLine("/role on-call\n@carol", "14:45:41", "refused: BadForm /role NAME @person");
    addLine("/close\nand thanks", "14:45:41", "refused: BadForm /close");
    addLine("/done 3\nand thanks", "14:45:41", "refused: BadForm /done 3");
    addLine("/followup @dave\ndue tomorrow", "14:45:41", "follow-up, owner Dave Wong", "due tomorrow");
    addLine("/tmp\nis full", "14:45:41", "UnknownKind /tmp; again: note", "all");
}

void TstLine::saysKindOwnerAndTimer()
{
    const Room room;
    const Reading action = room.read(QStringLiteral("14:31 + @dave 10m drain"));
    QCOMPARE(action.kind, QStringLiteral("action"));
    QVERIFY(action.verb.isEmpty());
    QVERIFY(action.timeTyped);
    QVERIFY(!action.otherDay);
    QVERIFY(!action.newPerson);
    QCOMPARE(action.owner->handle, QStringLiteral("dave"));
    QCOMPARE(action.timer, std::chrono::minutes(10));

    const Reading note = room.read(QStringLiteral("pool full"));
    QCOMPARE(note.kind, QStringLiteral("note"));
    QVERIFY(!note.timeTyped);

    const Reading role = room.read(QStringLiteral("/role IC @bob"));
    QCOMPARE(role.verb, QStringLiteral("role"));
    QVERIFY(role.kind.isEmpty());
    QVERIFY(role.newPerson);
    QCOMPARE(role.owner->name, QStringLiteral("bob"));
}

void TstLine::needsAnIncident()
{
    Room room;
    room.state.label.clear();
    for (const char* line : {"pool full", "! roll back", "/sev P1", "/tmp is full", "\\x", "/title"})
        QCOMPARE(said(room.read(QLatin1String(line))), QStringLiteral("refused: NotDeclared"));
    QCOMPARE(said(room.read({})), QStringLiteral("nothing"));
    QCOMPARE(said(room.read(QStringLiteral("/incident declare P0 pool full"))), QStringLiteral("declare P0"));
    room.situation.state = nullptr;
    QCOMPARE(said(room.read(QStringLiteral("pool full"))), QStringLiteral("refused: NotDeclared"));
    room.situation.declaring = true;
    QCOMPARE(said(room.read(QStringLiteral("pool full"))), QStringLiteral("note"));
    QCOMPARE(said(room.read(QStringLiteral("/began"))), QStringLiteral("impact_started"));
    QCOMPARE(said(room.read(QStringLiteral("/incident declare P0 pool full"))), QStringLiteral("declare P0"));
}

void TstLine::readsWithoutAnythingToReadAgainst()
{
    capture::Situation nowhere;
    nowhere.zone = QTimeZone();
    for (const char* line : {"/sev P1", "/status Monitoring", "/role IC @carol", "/section root-cause x", "/done 1",
             "/followup prio P1 x", "14:31 @alice x", "yesterday 12:00 x", "2026-01-31T12:00 x"})
        QCOMPARE(said(capture::read(QLatin1String(line), nowhere)).left(8), QStringLiteral("refused:"));
    const Reading declare = capture::read(QStringLiteral("/incident declare P0 pool full"), nowhere);
    QCOMPARE(said(declare), QStringLiteral("refused: UnknownPlaybook"));
}

QTEST_GUILESS_MAIN(TstLine)
#include "tst_line.moc"
