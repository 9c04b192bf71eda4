// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/followup.h"
#include "capture/said.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;

/// The line that leaves something for later.
class TstFollowUp : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void itIsDueInAWeekAndAsUrgentAsTheIncident();
    void theWeekIsCountedInTheIncidentsZone();
    void theFirstLineIsTheText();
    void whoeverDoesItIsNamedSoThatTheLineMeansThem_data();
    void whoeverDoesItIsNamedSoThatTheLineMeansThem();
    void whomNoWordMeansIsLeftOut();
    void aSeverityOfSeveralWordsIsLeftOut();
};

void TstFollowUp::itIsDueInAWeekAndAsUrgentAsTheIncident()
{
    Room room;
    room.state.severity.value = u"P1"_s;
    const QString line = capture::followUpLine(u"add an alert"_s, {}, room.situation);
    QCOMPARE(line, u"/followup due 2026-02-07 prio P1 add an alert"_s);
    const capture::Reading reading = room.read(line);
    QCOMPARE(reading.verdict, capture::Verdict::Ready);
    const auto& proposal = std::get<incident::ProposeFollowUp>(*reading.command);
    QCOMPARE(proposal.due, QDate(2026, 2, 7));
    QCOMPARE(proposal.priority, u"P1"_s);
    QCOMPARE(proposal.text, u"add an alert"_s);
    QVERIFY(!proposal.owner);
}

void TstFollowUp::theWeekIsCountedInTheIncidentsZone()
{
    Room room;
    room.situation.zone = QTimeZone("Pacific/Auckland"); // where it is the first of February already
    QCOMPARE(capture::followUpLine(u"x"_s, {}, room.situation), u"/followup due 2026-02-08 x"_s);
}

void TstFollowUp::theFirstLineIsTheText()
{
    const Room room;
    QCOMPARE(capture::followUpLine(u"one \ntwo"_s, {}, room.situation), u"/followup due 2026-02-07 one"_s);
}

void TstFollowUp::whoeverDoesItIsNamedSoThatTheLineMeansThem_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("handle");
    QTest::addColumn<QString>("rosterKey");
    QTest::addColumn<QString>("mention");
    QTest::newRow("on the roster") << u"Alice Chen"_s << u"alice"_s << u"alice"_s << u"@alice"_s;
    QTest::newRow("a name alone") << u"Erin Gray"_s << QString() << QString() << u"@\"Erin Gray\""_s;
    QTest::newRow("a handle that is none") << u"Zoë"_s << u"z/1"_s << QString() << u"@\"Zoë\""_s;
}

void TstFollowUp::whoeverDoesItIsNamedSoThatTheLineMeansThem()
{
    QFETCH(QString, name);
    QFETCH(QString, handle);
    QFETCH(QString, rosterKey);
    QFETCH(QString, mention);
    Room room;
    const PersonId person = room.meet(name, handle, rosterKey);
    const QString line = capture::followUpLine(u"add an alert"_s, person, room.situation);
    QCOMPARE(line, u"/followup %1 due 2026-02-07 add an alert"_s.arg(mention));
    const capture::Reading reading = room.read(line);
    QCOMPARE(std::get<incident::ProposeFollowUp>(*reading.command).owner->id, person);
}

void TstFollowUp::whomNoWordMeansIsLeftOut()
{
    Room room;
    const PersonId redacted = room.meet({}, {});
    const PersonId quoted = room.meet(u"The \"Fixer\""_s, {});
    for (const PersonId& person : {redacted, quoted})
        QCOMPARE(capture::followUpLine(u"x"_s, person, room.situation), u"/followup due 2026-02-07 x"_s);
}

void TstFollowUp::aSeverityOfSeveralWordsIsLeftOut()
{
    Room room;
    room.state.severity.value = u"SEV 1"_s;
    QCOMPARE(capture::followUpLine(u"x"_s, {}, room.situation), u"/followup due 2026-02-07 x"_s);
}

QTEST_GUILESS_MAIN(TstFollowUp)
#include "tst_followup.moc"
