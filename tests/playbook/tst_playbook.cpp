// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbook.h"

#include "playbook/duration.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom::playbook;

namespace {

Playbook sample()
{
    Playbook playbook;
    playbook.severities = {{u"P0"_s, u"Critical"_s, {}, {}, {}, {}}, {u"P1"_s, u"High"_s, {}, {}, {}, {}}};
    playbook.statuses = {{u"Looking into it"_s, {}}, {u"Resolved"_s, Milestone::Resolved}};
    playbook.roles = {
        {u"incident-commander"_s, u"Incident Commander"_s, {u"IC"_s, u"Lead"_s}, {}, {}, {}, {}},
        {u"scribe"_s, u"Scribe"_s, {}, {}, {}, {}, {}},
    };
    playbook.roster = {{u"alice"_s, u"Alice Chen"_s, {}, {}, {}}, {u"Jürgen"_s, u"Jürgen"_s, {}, {}, {}}};
    playbook.postMortem.sections = {{u"root-cause"_s, u"Root Cause"_s}};
    return playbook;
}

} // namespace

/// Finding things in a playbook by what people type.
class PlaybookTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void findsByWhatIsTyped_data();
    void findsByWhatIsTyped();
    void findsNothingInAnEmptyPlaybook();
    void milestonesHaveWords_data();
    void milestonesHaveWords();
    void otherWordsAreNoMilestones();
    void readsDurations_data();
    void readsDurations();
};

void PlaybookTest::findsByWhatIsTyped_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");

    QTest::newRow("severity") << u"severity"_s << u"P1"_s << u"P1"_s;
    QTest::newRow("severity in small letters") << u"severity"_s << u"p0"_s << u"P0"_s;
    QTest::newRow("severity by name is none") << u"severity"_s << u"Critical"_s << QString();
    QTest::newRow("status") << u"status"_s << u"Resolved"_s << u"Resolved"_s;
    QTest::newRow("status of several words") << u"status"_s << u"looking INTO it"_s << u"Looking into it"_s;
    QTest::newRow("status by its first word is none") << u"status"_s << u"Looking"_s << QString();
    QTest::newRow("role by id") << u"role"_s << u"incident-commander"_s << u"incident-commander"_s;
    QTest::newRow("role by name") << u"role"_s << u"incident commander"_s << u"incident-commander"_s;
    QTest::newRow("role by alias") << u"role"_s << u"ic"_s << u"incident-commander"_s;
    QTest::newRow("role by another alias") << u"role"_s << u"LEAD"_s << u"incident-commander"_s;
    QTest::newRow("second role") << u"role"_s << u"Scribe"_s << u"scribe"_s;
    QTest::newRow("unknown role") << u"role"_s << u"cook"_s << QString();
    QTest::newRow("section by id") << u"section"_s << u"root-cause"_s << u"root-cause"_s;
    QTest::newRow("section by heading") << u"section"_s << u"root cause"_s << u"root-cause"_s;
    QTest::newRow("unknown section") << u"section"_s << u"root"_s << QString();
    QTest::newRow("person") << u"person"_s << u"Alice"_s << u"alice"_s;
    QTest::newRow("person with an umlaut") << u"person"_s << u"JÜRGEN"_s << u"Jürgen"_s;
    QTest::newRow("unknown person") << u"person"_s << u"bob"_s << QString();
    QTest::newRow("nobody") << u"person"_s << QString() << QString();
}

void PlaybookTest::findsByWhatIsTyped()
{
    QFETCH(QString, kind);
    QFETCH(QString, typed);
    const Playbook playbook = sample();
    const auto key = [](const auto* found, auto member) { return found ? found->*member : QString(); };

    QString found;
    if (kind == u"severity"_s)
        found = key(playbook.severity(typed), &Severity::label);
    else if (kind == u"status"_s)
        found = key(playbook.status(typed), &Status::word);
    else if (kind == u"role"_s)
        found = key(playbook.role(typed), &Role::id);
    else if (kind == u"section"_s)
        found = key(playbook.section(typed), &Section::id);
    else
        found = key(playbook.person(typed), &RosterPerson::handle);
    QTEST(found, "found");
}

void PlaybookTest::findsNothingInAnEmptyPlaybook()
{
    const Playbook playbook;
    QVERIFY(!playbook.severity({}));
    QVERIFY(!playbook.status({}));
    QVERIFY(!playbook.role({}));
    QVERIFY(!playbook.section({}));
    QVERIFY(!playbook.person({}));
    QCOMPARE(playbook.zone, QTimeZone::utc());
}

void PlaybookTest::milestonesHaveWords_data()
{
    QTest::addColumn<int>("milestone");
    QTest::addColumn<QString>("text");

    QTest::newRow("impact started") << int(Milestone::ImpactStarted) << u"impact_started"_s;
    QTest::newRow("detected") << int(Milestone::Detected) << u"detected"_s;
    QTest::newRow("declared") << int(Milestone::Declared) << u"declared"_s;
    QTest::newRow("acknowledged") << int(Milestone::Acknowledged) << u"acknowledged"_s;
    QTest::newRow("mitigated") << int(Milestone::Mitigated) << u"mitigated"_s;
    QTest::newRow("resolved") << int(Milestone::Resolved) << u"resolved"_s;
    QTest::newRow("closed") << int(Milestone::Closed) << u"closed"_s;
}

void PlaybookTest::milestonesHaveWords()
{
    QFETCH(int, milestone);
    QFETCH(QString, text);
    QCOMPARE(word(Milestone(milestone)), text);
    QCOMPARE(milestoneFromWord(text), std::optional(Milestone(milestone)));
}

void PlaybookTest::otherWordsAreNoMilestones()
{
    QVERIFY(!milestoneFromWord({}));
    QVERIFY(!milestoneFromWord(u"Resolved"_s));
    QVERIFY(!milestoneFromWord(u"solved"_s));
}

void PlaybookTest::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes"); // -1: not a duration

    QTest::newRow("minutes") << u"15m"_s << 15;
    QTest::newRow("hours") << u"4h"_s << 240;
    QTest::newRow("days") << u"2d"_s << 2880;
    QTest::newRow("weeks") << u"1w"_s << 10080;
    QTest::newRow("hours and minutes") << u"1h30m"_s << 90;
    QTest::newRow("everything") << u"1w1d1h1m"_s << 11581;
    QTest::newRow("more minutes than an hour") << u"90m"_s << 90;
    QTest::newRow("nothing") << QString() << -1;
    QTest::newRow("zero") << u"0m"_s << -1;
    QTest::newRow("no unit") << u"15"_s << -1;
    QTest::newRow("no number") << u"m"_s << -1;
    QTest::newRow("seconds") << u"30s"_s << -1;
    QTest::newRow("wrong order") << u"30m1h"_s << -1;
    QTest::newRow("twice the same") << u"1h1h"_s << -1;
    QTest::newRow("space") << u"1h 30m"_s << -1;
    QTest::newRow("capital") << u"1H"_s << -1;
    QTest::newRow("minus") << u"-5m"_s << -1;
    QTest::newRow("fraction") << u"1.5h"_s << -1;
    QTest::newRow("too long") << u"99999w"_s << -1;
    QTest::newRow("other digits") << u"١٥m"_s << -1;
    QTest::newRow("line break") << u"15m\n"_s << -1;
}

void PlaybookTest::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(int, minutes);
    QCOMPARE(durationFromText(text).value_or(-1min).count(), minutes);
}

QTEST_GUILESS_MAIN(PlaybookTest)
#include "tst_playbook.moc"
