// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/said.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::tests;
using capture::Reading;

namespace {

/// Besides the roster: Carol is known already, with a name of her own; Bob and two Erins were met on the way.
void fill(Room& room)
{
    room.playbook.roster.push_back({QStringLiteral("d.kim"), QStringLiteral("Dana Kim"), {}, {}, {}});
    room.meet(QStringLiteral("Carol Lee-Jones"), QStringLiteral("carol"), QStringLiteral("carol"));
    room.meet(QStringLiteral("Bob Smith"), {});
    room.meet(QStringLiteral("Erin Moss"), QStringLiteral("erin"));
    room.meet(QStringLiteral("Erin Moss"), QStringLiteral("erin2"));
    room.meet({}, {}); // redacted
}

} // namespace

class TstPersons : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void findsPeople_data();
    void findsPeople();
    void namesTheCandidates_data();
    void namesTheCandidates();
    void keepsWhatIsKnownOfSomebody();
};

void TstPersons::findsPeople_data()
{
    addLineColumns();
    const auto row = [](const char* line, const char* as, const char* text = "x") {
        addLine(line, "14:45:41", as, text);
    };
    row("@alice x", "note by Alice Chen");
    row("@ALICE x", "note by Alice Chen");
    row("@al x", "note by Alice Chen");
    row("@a x", "note by Alice Chen");
    row("@dav x", "note by Dave Wong");
    row("@dan x", "note by Dana Kim");
    row("@d.kim x", "note by Dana Kim");
    row("@d x", "refused: AmbiguousPerson d");
    row("@da x", "refused: AmbiguousPerson da");
    row("@carol x", "note by Carol Lee-Jones (known)");
    row("@car x", "note by Carol Lee-Jones (known)");
    row("@bob x", "note by Bob Smith (known)");
    row("@Smith x", "note by Smith (new)");
    row("@erin x", "note by Erin Moss (known)");
    row("@eri x", "refused: AmbiguousPerson eri");
    row("@alicex x", "note by alicex (new)");
    row("@Zoë x", "note by Zoë (new)");
    row("@team_2 x", "note by team_2 (new)");
    row("@\"Alice Chen\" x", "note by Alice Chen");
    row("@\"alice  chen\" x", "note by Alice Chen");
    row("@\"Alice\" x", "note by Alice (new)");
    row("@\"Bob Smith\" x", "note by Bob Smith (known)");
    row("@\"Erin Moss\" x", "refused: AmbiguousPerson Erin Moss");
    row("@\"Vera van Dam\" x", "note by Vera van Dam (new)");
    row("+ @\"Vera van Dam\" 5m x", "action, owner Vera van Dam (new), timer 5 min");

    row("@ x", "note", "all");
    row("@1 x", "note", "all");
    row("@_a x", "note", "all");
    row("@alice: x", "note", "all");
    row("@alice, x", "note", "all");
    row("@alice. x", "note", "all");
    row("@alice's x", "note", "all");
    row("@alice@example.com x", "note", "all");
    row("@\"Alice Chen x", "note", "all");
    row("@\"Alice Chen\"s x", "note", "all");
    row("@\"\" x", "note", "all");
    row("@\" \" x", "note", "all");
    row("@\" x", "note", "all");
    row("@\"Alice\nChen\" x", "note", "all");
}

void TstPersons::findsPeople()
{
    Room room;
    fill(room);
    compareLine(room);
}

void TstPersons::namesTheCandidates_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("candidates");
    QTest::newRow("by") << QStringLiteral("@da x") << QStringLiteral("dave d.kim");
    QTest::newRow("owner") << QStringLiteral("+ @da 5m x") << QStringLiteral("dave d.kim");
    QTest::newRow("taker") << QStringLiteral("/role IC @da") << QStringLiteral("dave d.kim");
    QTest::newRow("without a handle") << QStringLiteral("@b x") << QStringLiteral("bert \"Bob Smith\"");
    QTest::newRow("of one name") << QStringLiteral("@\"Erin Moss\" x") << QStringLiteral("erin erin2");
    QTest::newRow("none") << QStringLiteral("@alice x") << QString();
    QTest::newRow("not read") << QStringLiteral("@da /tmp is full") << QString();
}

void TstPersons::namesTheCandidates()
{
    QFETCH(QString, line);
    QFETCH(QString, candidates);
    Room room;
    fill(room);
    room.playbook.roster.push_back({QStringLiteral("bert"), QStringLiteral("Bertha Ott"), {}, {}, {}});
    const Reading reading = room.read(line);
    QStringList named(reading.candidates.begin(), reading.candidates.end());
    if (line.contains(QLatin1String("Erin")))
        named.sort(); // Of one name, so in the order of their ids.
    QCOMPARE(named.join(u' '), candidates);
    QVERIFY(!reading.newPerson);
}

void TstPersons::keepsWhatIsKnownOfSomebody()
{
    Room room;
    const PersonId carol =
        room.meet(QStringLiteral("Carol Lee-Jones"), QStringLiteral("carol"), QStringLiteral("carol"));
    const auto by = [&](const char* line) { return *room.read(QString::fromUtf8(line)).by; };
    QCOMPARE(by("@carol x"),
        (incident::PersonRef{
            carol, QStringLiteral("carol"), QStringLiteral("Carol Lee-Jones"), QStringLiteral("carol")}));
    QCOMPARE(by("@dave x"),
        (incident::PersonRef{
            std::nullopt, QStringLiteral("dave"), QStringLiteral("Dave Wong"), QStringLiteral("dave")}));
    QCOMPARE(by("@Bob x"), (incident::PersonRef{std::nullopt, {}, QStringLiteral("Bob"), QStringLiteral("Bob")}));
    QCOMPARE(by("@\"Bob Ray\" x"), (incident::PersonRef{std::nullopt, {}, QStringLiteral("Bob Ray"), {}}));
    QVERIFY(room.read(QStringLiteral("@Bob x")).newPerson);
    QVERIFY(room.read(QStringLiteral("@\"Bob Ray\" x")).newPerson);
    QVERIFY(!room.read(QStringLiteral("@carol x")).newPerson);
}

QTEST_GUILESS_MAIN(TstPersons)
#include "tst_persons.moc"
