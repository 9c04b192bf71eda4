// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/table.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const Command note = Note{NoteKind::Note, u"pool full"_s, false};
const Command pinnedNote = Note{NoteKind::Note, u"pool full"_s, true};
const Command drain = AssignAction{{}, {}, u"drain"_s};
const Command review = ProposeFollowUp{{}, {}, {}, u"review"_s};
const EntryId first = Story::act(1);
const EntryId nobodys = Story::act(77);

Command amend(const QString& text) { return AmendEntry{first, {}, text}; }
Command move(const QString& time) { return AmendEntry{first, tests::at(time), {}}; }
Command retract(EntryId act) { return RetractAct{act, {}}; }
Command redact(EntryId entry) { return RedactEntries{{entry}, {}}; }
Command flag(EntryId entry, Flag which, bool on) { return FlagEntry{entry, which, on}; }
QString refused(const char* code, EntryId entry) { return u"refused: %1 %2"_s.arg(QLatin1String(code), entry.text()); }

} // namespace

/// Notes, actions, follow-ups, sections, and what is done to entries.
class TstDecideWork : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void notes_data();
    void notes() { compareDecision(); }
    void actions_data();
    void actions() { compareDecision(); }
    void amendments_data();
    void amendments() { compareDecision(); }
    void retractions_data();
    void retractions() { compareDecision(); }
    void redactions_data();
    void redactions() { compareDecision(); }
};

void TstDecideWork::notes_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    row("a note", {}, note, u"note 'pool full'"_s);
    row("the same note again", {note}, note, u"note 'pool full'"_s);
    row("a decision", {}, Note{NoteKind::Decision, u"x"_s, false}, u"decision 'x'"_s);
    row("a hypothesis", {}, Note{NoteKind::Hypothesis, u"x"_s, false}, u"hypothesis 'x'"_s);
    row("a question", {}, Note{NoteKind::Question, u"x"_s, false}, u"question 'x'"_s);
    row("a link", {}, Note{NoteKind::Link, u"https://example.com"_s, false}, u"link 'https://example.com'"_s);
    row("a pinned note", {}, pinnedNote, u"note 'pool full'; pinned on 1"_s);

    row("a section", {}, WriteSection{u"lessons"_s, u"test it"_s}, u"section lessons 'test it'"_s);
    row("the same section", {WriteSection{u"lessons"_s, u"test it"_s}}, WriteSection{u"lessons"_s, u"test it "_s},
        u"nothing"_s);
    row("another section", {WriteSection{u"lessons"_s, u"test it"_s}}, WriteSection{u"root-cause"_s, u"test it"_s},
        u"section root-cause 'test it'"_s);
    row("an unknown section", {}, WriteSection{u"jokes"_s, u"x"_s}, u"refused: UnknownSection jokes"_s);

    row("pin", {note}, flag(first, Flag::Pinned, true), u"pinned on 1"_s);
    row("pin what is pinned", {pinnedNote}, flag(first, Flag::Pinned, true), u"nothing"_s);
    row("unpin", {pinnedNote}, flag(first, Flag::Pinned, false), u"pinned off 1"_s);
    row("unpin what is not pinned", {note}, flag(first, Flag::Pinned, false), u"nothing"_s);
    row("a pinned one is not sensitive", {pinnedNote}, flag(first, Flag::Sensitive, true), u"sensitive on 1"_s);
    row("the declaration can be pinned", {}, flag(Story::act(0), Flag::Pinned, true), u"pinned on 0"_s);
    row("pin what is not there", {}, flag(nobodys, Flag::Pinned, true), refused("UnknownEntry", nobodys));
    row("pin what is no row", {pinnedNote}, flag(Story::entry(1, 1), Flag::Pinned, true),
        refused("UnknownEntry", Story::entry(1, 1)));
}

void TstDecideWork::actions_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    const auto mark = [](EntryId entry, Mark as) { return Command(MarkAction{entry, as}); };
    const PersonRef dave = onRoster(u"dave"_s, u"Dave Wong"_s);
    const QString introduced = u"introduced Dave Wong @dave on the roster as dave; "_s;

    row("an action of nobody", {}, drain, u"action 'drain'"_s);
    row("an action in so many minutes", {}, AssignAction{dave, 10min, u"drain"_s},
        introduced + u"action of Dave Wong in 10 min 'drain'"_s);
    row("a negative timer", {}, AssignAction{{}, -1min, u"drain"_s}, u"refused: BadTime -1"_s);
    row("a timer that could not be read back", {}, AssignAction{{}, maxMinutes + 1min, u"drain"_s},
        u"refused: BadTime 1000000001"_s);
    row("a follow-up", {}, ProposeFollowUp{dave, QDate(2026, 2, 10), u" P2\n"_s, u"review"_s},
        introduced + u"follow-up of Dave Wong due 2026-02-10 prio P2 'review'"_s);

    row("started", {drain}, mark(first, Mark::Started), u"#1 started"_s);
    row("done", {drain}, mark(first, Mark::Done), u"#1 done"_s);
    row("dropped", {drain}, mark(first, Mark::Dropped), u"#1 dropped"_s);
    row("done and done again", {drain, mark(first, Mark::Done)}, mark(first, Mark::Done), u"nothing"_s);
    row("what was dropped is not done", {drain, mark(first, Mark::Dropped)}, mark(first, Mark::Done),
        u"refused: ActionOver 1"_s);
    row("what was done is not dropped", {drain, mark(first, Mark::Done)}, mark(first, Mark::Dropped),
        u"refused: ActionOver 1"_s);
    row("nor is a follow-up", {drain, review, mark(Story::act(2), Mark::Done)}, mark(Story::act(2), Mark::Dropped),
        u"refused: ActionOver 2"_s);
    row("done after all", {drain, mark(first, Mark::Dropped), mark(first, Mark::Started)}, mark(first, Mark::Done),
        u"#1 done"_s);
    row("taken up again", {drain, mark(first, Mark::Done)}, mark(first, Mark::Started), u"#1 started"_s);
    row("a follow-up is done", {drain, review}, mark(Story::act(2), Mark::Done), u"#2 done"_s);
    row("a follow-up is done twice", {review, mark(first, Mark::Done)}, mark(first, Mark::Done), u"nothing"_s);
    row("somebody takes it", {drain}, ChangeOwner{first, dave}, introduced + u"#1 of Dave Wong"_s);
    row("whoever has it takes it", {drain, ChangeOwner{first, dave}}, ChangeOwner{first, dave}, u"nothing"_s);
    row("nobody has it any more", {drain, ChangeOwner{first, dave}}, ChangeOwner{first, {}}, u"#1"_s);
    row("nobody has what nobody had", {drain}, ChangeOwner{first, {}}, u"nothing"_s);
    row("somebody takes what is done", {drain, mark(first, Mark::Done)}, ChangeOwner{first, dave},
        introduced + u"#1 of Dave Wong"_s);
    row("somebody takes a follow-up", {drain, review}, ChangeOwner{Story::act(2), dave},
        introduced + u"#2 of Dave Wong"_s);
    row("nobody takes a note", {note}, ChangeOwner{first, dave}, refused("UnknownAction", first));
    row("a note is not done", {note}, mark(first, Mark::Done), refused("UnknownAction", first));
    row("nothing is done", {}, mark(nobodys, Mark::Done), refused("UnknownAction", nobodys));
    row("what was retracted is not done", {drain, retract(first)}, mark(first, Mark::Done),
        refused("UnknownAction", first));
}

void TstDecideWork::amendments_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    const Command status = ChangeStatus{u"Mitigating"_s, {}};
    const Command cadence = SetCadence{{}, 5min};
    row("its text", {note}, amend(u" pool at 96 % "_s), u"amended 1 'pool at 96 %'"_s);
    row("its time", {note}, move(u"13:50"_s), u"amended 1 to 13:50"_s);
    row("both", {note}, AmendEntry{first, tests::at(u"13:50"_s), u"x"_s}, u"amended 1 to 13:50 'x'"_s);
    row("the same text", {note}, amend(u"pool full "_s), u"nothing"_s);
    row("the same time", {note}, move(u"14:01"_s), u"nothing"_s);
    row("the same text at another time", {note}, AmendEntry{first, tests::at(u"13:50"_s), u"pool full"_s},
        u"amended 1 to 13:50"_s);
    row("nothing", {note}, AmendEntry{first, {}, {}}, u"nothing"_s);
    row("the text it had first", {note, amend(u"x"_s)}, amend(u"pool full"_s), u"amended 1 'pool full'"_s);
    row("the text it has since", {note, amend(u"x"_s)}, amend(u"x"_s), u"nothing"_s);
    row("the time it has since", {note, move(u"13:50"_s)}, move(u"13:50"_s), u"nothing"_s);
    row("no text", {note}, amend({}), u"refused: EmptyText"_s);
    row("a text where there was none", {status}, amend(u"rolling back"_s), u"amended 1 'rolling back'"_s);
    row("a text where there can be none", {cadence}, amend(u"x"_s), refused("CannotAmend", first));
    row("the time of what has no text", {cadence}, move(u"13:50"_s), u"amended 1 to 13:50"_s);
    row("a time in the future", {note}, move(u"14:32:01"_s), u"refused: FutureTime 2026-01-31T14:32:01Z"_s);
    row("the title of the declaration", {}, AmendEntry{Story::act(0), {}, u"Sockets"_s}, u"amended 0 'Sockets'"_s);
    row("what was retracted", {note, retract(first)}, amend(u"x"_s), refused("CannotAmend", first));
    row("what was redacted", {note, redact(first)}, amend(u"x"_s), refused("CannotAmend", first));
    row("the time of what was redacted", {note, redact(first)}, move(u"13:50"_s), refused("CannotAmend", first));
    row("what is no row", {note, amend(u"x"_s)}, AmendEntry{Story::act(2), {}, u"y"_s},
        refused("UnknownEntry", Story::act(2)));
    row("what is not there", {}, AmendEntry{nobodys, {}, u"y"_s}, refused("UnknownEntry", nobodys));
}

void TstDecideWork::retractions_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    const Command byBob = AssignAction{named(u"Bob"_s), {}, u"drain"_s};
    row("a note", {note}, RetractAct{first, u" wrong window "_s}, u"retracted 1 'wrong window'"_s);
    row("a note twice", {note, retract(first)}, retract(first), u"nothing"_s);
    row("a pinned note is one act", {pinnedNote}, retract(first), u"retracted 1"_s);
    row("an action whose owner was introduced", {byBob}, retract(first), u"retracted 1"_s);
    row("a flag", {note, flag(first, Flag::Pinned, true)}, retract(Story::act(2)), u"retracted 2"_s);
    row("a retraction", {note, retract(first)}, retract(Story::act(2)), refused("CannotRetract", Story::act(2)));
    row("an amendment", {note, amend(u"x"_s)}, retract(Story::act(2)), refused("CannotRetract", Story::act(2)));
    row("a redaction", {note, redact(first)}, retract(Story::act(2)), refused("CannotRetract", Story::act(2)));
    row("the declaration", {}, retract(Story::act(0)), u"refused: CannotRetract INC-2026-01-31-001"_s);
    row("an entry within an act", {byBob}, retract(Story::entry(1, 1)), refused("CannotRetract", Story::entry(1, 1)));
    row("what is not there", {}, retract(nobodys), refused("UnknownEntry", nobodys));
    row("what was redacted", {note, redact(first)}, retract(first), u"retracted 1"_s);
}

void TstDecideWork::redactions_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    row("a note", {note}, redact(first), u"redacted 1"_s);
    row("a note and its amendments", {note, amend(u"x"_s), amend(u"y"_s)}, redact(first), u"redacted 1 2 3"_s);
    row("several", {note, note}, RedactEntries{{first, Story::act(2)}, {}}, u"redacted 1 2"_s);
    row("a note twice", {note, redact(first)}, redact(first), u"nothing"_s);
    row("one of two that are left", {note, note, redact(first)}, RedactEntries{{first, Story::act(2)}, {}},
        u"redacted 2"_s);
    row("what was retracted", {note, retract(first)}, redact(first), u"redacted 1"_s);
    row("why it was retracted", {note, RetractAct{first, u"her name"_s}}, redact(Story::act(2)), u"redacted 2"_s);
    row("a person's name", {}, redact(Story::entry(0, 2)), u"redacted 0+2"_s);
    row("the title", {}, redact(Story::act(0)), u"redacted 0"_s);
    row("a content", {}, RedactEntries{{}, {u"abcd"_s}}, u"redacted abcd"_s);
    row("nothing", {}, RedactEntries{}, u"nothing"_s);
    row("what is not there", {note}, RedactEntries{{first, nobodys}, {}}, refused("UnknownEntry", nobodys));
}

QTEST_APPLESS_MAIN(TstDecideWork)
#include "tst_decidework.moc"
