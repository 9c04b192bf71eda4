// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/table.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const PersonRef bob = named(u"Bob"_s);
const PersonRef carol = onRoster(u"carol"_s, u"Carol Lee"_s);

} // namespace

/// Who is meant, who typed it, who said it.
class TstPeople : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void people_data();
    void people();
    void whoSaidItIsKept_data();
    void whoSaidItIsKept();
    void aPersonsIdFollowsFromTheAct();
};

void TstPeople::people_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("handle");
    QTest::addColumn<QString>("rosterKey");
    QTest::addColumn<QString>("then");
    const auto row = [](const char* sentence, const QString& name, const QString& handle, const QString& key,
                         const QString& then) { QTest::newRow(sentence) << name << handle << key << then; };
    const QString action = u"action of %1 'x'"_s;
    row("somebody new", u" Eve\r\n"_s, {}, {}, u"introduced Eve; "_s + action.arg(u"Eve"_s));
    row("somebody new by handle", {}, u"eve"_s, {}, u"introduced  @eve; "_s + action.arg(u"eve"_s));
    row("somebody on the roster", u"Dave Wong"_s, u"dave"_s, u"dave"_s,
        u"introduced Dave Wong @dave on the roster as dave; "_s + action.arg(u"Dave Wong"_s));
    row("the author", {}, {}, u"alice"_s, action.arg(u"Alice Chen"_s));
    row("the author by another spelling of the key", {}, {}, u"ALICE"_s, action.arg(u"Alice Chen"_s));
    row("the author by name", u"alice chen"_s, {}, {}, action.arg(u"Alice Chen"_s));
    row("the author by handle", u"Alice"_s, {}, {}, action.arg(u"Alice Chen"_s));
    row("known by name", u"BOB"_s, {}, {}, action.arg(u"Bob"_s));
    row("known by what is a handle now", {}, u"bob"_s, {}, action.arg(u"Bob"_s));
    row("a roster person of a known name is another", u"Bob"_s, u"bob"_s, u"bob"_s,
        u"introduced Bob @bob on the roster as bob; "_s + action.arg(u"Bob"_s));
    row("a name too long", QString(maxProse + 1, u'x'), {}, {}, u"refused: TextTooLong 100001"_s);
}

void TstPeople::people()
{
    QFETCH(QString, name);
    QFETCH(QString, handle);
    QFETCH(QString, rosterKey);
    QFETCH(QString, then);
    Story story = Story::declared();
    story.says(AssignRole{u"scribe"_s, bob});
    const PersonRef owner{{}, rosterKey, name, handle};
    const Outcome outcome = story.say(AssignAction{owner, {}, u"x"_s});
    QCOMPARE(said(outcome, story.state()), then);
    if (outcome.refused)
        return;
    // Whom the incident knows is not introduced again.
    const Outcome again = story.say(AssignAction{owner, {}, u"y"_s});
    QCOMPARE(again.written.size(), 1u);
    QCOMPARE(std::get<ActionAssigned>(again.written.back().body).owner,
        std::get<ActionAssigned>(outcome.written.back().body).owner);
    const PersonRef byId{std::get<ActionAssigned>(outcome.written.back().body).owner, {}, u"Somebody"_s, {}};
    QCOMPARE(story.say(AssignAction{byId, {}, u"z"_s}).written.size(), 1u);
}

void TstPeople::whoSaidItIsKept_data()
{
    QTest::addColumn<QString>("author");
    QTest::addColumn<QString>("by");
    QTest::addColumn<Command>("command");
    QTest::addColumn<QString>("then");
    const auto row = [](const char* sentence, const char* author, const char* by, const Command& command,
                         const QString& then) {
        QTest::newRow(sentence) << QString::fromLatin1(author) << QString::fromLatin1(by) << command << then;
    };
    const Command decision = Note{NoteKind::Decision, u"roll back"_s, false};
    row("Alice herself", "Alice", "", decision, u"decision 'roll back'"_s);
    row("Alice named as such", "Alice", "Alice", decision, u"decision 'roll back'"_s);
    row("Bob", "Alice", "Bob", decision, u"introduced Bob; decision 'roll back' by Bob"_s);
    row("a new author", "Eve", "", decision, u"introduced Eve; decision 'roll back'"_s);
    row("a new author named as such", "Eve", "eve", decision, u"introduced Eve; decision 'roll back'"_s);
    row("a new author for Bob", "Eve", "Bob", decision,
        u"introduced Eve; introduced Bob; decision 'roll back' by Bob"_s);
    row("a pin is the author's", "Eve", "Alice", Note{NoteKind::Note, u"x"_s, true},
        u"introduced Eve; note 'x' by Alice Chen; pinned on 1+1"_s);
    row("nobody is introduced for nothing", "Eve", "Bob", ChangeSeverity{u"P1"_s, {}}, u"nothing"_s);
    row("nor for a refusal", "Eve", "Bob", ChangeSeverity{u"P9"_s, {}}, u"refused: UnknownSeverity P9"_s);
}

void TstPeople::whoSaidItIsKept()
{
    QFETCH(QString, author);
    QFETCH(QString, by);
    QFETCH(Command, command);
    QFETCH(QString, then);
    Story story = Story::declared();
    story.typedBy(named(author));
    if (!by.isEmpty())
        story.saidBy(named(by));
    const Outcome outcome = story.say(command);
    QCOMPARE(said(outcome, story.state()), then);
    if (outcome.written.empty()) {
        QCOMPARE(story.state().people.size(), 1);
        return;
    }
    for (const Event& event : outcome.written)
        QVERIFY(nameOf(event.envelope.actor, story.state()).startsWith(author));
    const Entry* row = story.state().entries.back().get();
    QVERIFY(nameOf(row->author, story.state()).startsWith(author));
    QVERIFY(nameOf(row->by, story.state()).startsWith(by.isEmpty() ? author : by, Qt::CaseInsensitive));
}

void TstPeople::aPersonsIdFollowsFromTheAct()
{
    // So that the same command sent again introduces the same person.
    Story story = Story::declared();
    story.says(AssignRole{u"scribe"_s, bob});
    QCOMPARE(story.state().holders(u"scribe"_s), std::vector{PersonId{Story::act(1).uuid}});
    story.says(AssignRole{u"on-call"_s, carol});
    QCOMPARE(story.state().holders(u"on-call"_s), std::vector{rosterPersonId(u"carol"_s)});
}

QTEST_APPLESS_MAIN(TstPeople)
#include "tst_people.moc"
