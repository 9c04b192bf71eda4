// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/clocks.h"
#include "incident/steps.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

Command update(std::optional<Instant> next = {}) { return SendUpdate{{}, {}, next, u"x"_s}; }
Command reached(Milestone milestone) { return SetMilestone{milestone, {}}; }

/// "15:00 of 30 min, calm"
QString inWords(const std::optional<Deadline>& deadline)
{
    if (!deadline)
        return u"none"_s;
    static const QStringList urgencies{u"none"_s, u"calm"_s, u"soon"_s, u"over"_s, u"met"_s};
    return u"%1 of %2 min, %3"_s.arg(
        shown(deadline->due), QString::number(deadline->interval.count()), urgencies[int(deadline->urgency)]);
}

} // namespace

/// Elapsed time, next update, targets.
class TstClocks : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theNextUpdateFallsDue_data();
    void theNextUpdateFallsDue();
    void targetsFallDue_data();
    void targetsFallDue();
    void urgencyGrows_data();
    void urgencyGrows();
    void aTimerRunsOut_data();
    void aTimerRunsOut();
    void elapsed_data();
    void elapsed();
    void timeBetweenMilestones();
    void nothingIsDueBeforeTheDeclaration();
    void anEntryOfAClockFarAheadIsOdd();
};

void TstClocks::theNextUpdateFallsDue_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QString>("due");
    const auto row = [](const char* sentence, const Steps& steps, const QString& due) {
        QTest::newRow(sentence) << steps << due;
    };
    const Step sent{u"14:25"_s, update()};
    row("counted from the declaration", {}, u"14:30 of 30 min, calm"_s);
    row("counted from the last update", {sent}, u"14:55 of 30 min, calm"_s);
    row("counted from the latest of two", {sent, {u"14:40"_s, update()}}, u"15:10 of 30 min, calm"_s);
    row("an update typed late is not the last", {sent, {u"14:40"_s, update(), u"14:10"_s}}, u"14:55 of 30 min, calm"_s);
    row("nor is a retracted one", {sent, {u"14:40"_s, update()}, {u"14:41"_s, RetractAct{Story::act(2), {}}}},
        u"14:55 of 30 min, calm"_s);
    row("an update's time is amended", {sent, {u"14:41"_s, AmendEntry{Story::act(1), tests::at(u"14:20"_s), {}}}},
        u"14:50 of 30 min, calm"_s);
    row("an update from before the declaration does not count", {{u"14:25"_s, update(), u"13:00"_s}},
        u"14:30 of 30 min, calm"_s);
    row("another severity has another cadence", {{u"14:01"_s, ChangeSeverity{u"P0"_s, {}}}},
        u"14:15 of 15 min, calm"_s);
    row("a severity without one", {{u"14:01"_s, ChangeSeverity{u"P2"_s, {}}}}, u"none"_s);
    row("a cadence of their own", {{u"14:01"_s, SetCadence{{}, 20min}}}, u"14:20 of 20 min, calm"_s);
    row("a cadence stays when the severity changes",
        {{u"14:01"_s, SetCadence{{}, 20min}}, {u"14:02"_s, ChangeSeverity{u"P0"_s, {}}}}, u"14:20 of 20 min, calm"_s);
    row("switched off", {{u"14:01"_s, SetCadence{{}, 0min}}}, u"none"_s);
    row("another audience's cadence", {{u"14:01"_s, SetCadence{u"board"_s, 5min}}}, u"14:30 of 30 min, calm"_s);
    row("an update to another audience", {sent, {u"14:40"_s, SendUpdate{u"board"_s, {}, {}, u"x"_s}}},
        u"14:55 of 30 min, calm"_s);
    row("an update promised to another audience sooner",
        {sent, {u"14:40"_s, SendUpdate{u"board"_s, {}, tests::at(u"14:50"_s), u"x"_s}}}, u"14:50 of 10 min, calm"_s);
    row("one promised to another audience later",
        {sent, {u"14:40"_s, SendUpdate{u"board"_s, {}, tests::at(u"15:40"_s), u"x"_s}}}, u"14:55 of 30 min, calm"_s);
    row("a retracted cadence", {{u"14:01"_s, SetCadence{{}, 20min}}, {u"14:02"_s, RetractAct{Story::act(1), {}}}},
        u"14:30 of 30 min, calm"_s);
    row("promised for another time", {{u"14:25"_s, update(tests::at(u"16:25"_s))}}, u"16:25 of 120 min, calm"_s);
    row("promised, without a cadence",
        {{u"14:01"_s, SetCadence{{}, 0min}}, {u"14:25"_s, update(tests::at(u"16:25"_s))}}, u"16:25 of 120 min, calm"_s);
    row("a promise holds until the next update", {{u"14:20"_s, update(tests::at(u"16:25"_s))}, sent},
        u"14:55 of 30 min, calm"_s);
    row("a promise in the past", {{u"14:25"_s, update(tests::at(u"14:20"_s))}}, u"14:20 of -5 min, calm"_s);
    row("none once it is resolved", {{u"14:02"_s, Resolve{}}}, u"none"_s);
    row("none once it is closed", {{u"14:02"_s, Resolve{}}, {u"14:03"_s, Close{}}}, u"none"_s);
    row("again when it runs again", {{u"14:02"_s, Resolve{}}, {u"14:03"_s, ChangeStatus{u"Mitigating"_s, {}}}},
        u"14:30 of 30 min, calm"_s);
}

void TstClocks::theNextUpdateFallsDue()
{
    QFETCH(Steps, steps);
    QFETCH(QString, due);
    Story story = Story::declared();
    tell(story, steps);
    QCOMPARE(inWords(nextUpdate(story.state(), tests::at(u"14:05"_s))), due);
}

void TstClocks::targetsFallDue_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QString>("respond");
    QTest::addColumn<QString>("resolve");
    const auto row = [](const char* sentence, const Steps& steps, const QString& respond, const QString& resolve) {
        QTest::newRow(sentence) << steps << respond << resolve;
    };
    const QString respond = u"14:15 of 15 min, calm"_s;
    const QString resolve = u"18:00 of 240 min, calm"_s;
    row("from the declaration", {}, respond, resolve);
    row("from the detection", {{u"14:01"_s, reached(Milestone::Detected), u"13:58"_s}}, u"14:13 of 15 min, calm"_s,
        u"17:58 of 240 min, calm"_s);
    row("not from the impact", {{u"14:01"_s, reached(Milestone::ImpactStarted), u"13:00"_s}}, respond, resolve);
    row("of the severity in force", {{u"14:01"_s, ChangeSeverity{u"P0"_s, {}}}}, u"14:05 of 5 min, soon"_s,
        u"15:00 of 60 min, calm"_s);
    row("none without a target", {{u"14:01"_s, ChangeSeverity{u"P2"_s, {}}}}, u"none"_s, u"none"_s);
    row("acknowledged in time", {{u"14:10"_s, reached(Milestone::Acknowledged)}}, u"14:15 of 15 min, met"_s, resolve);
    row("acknowledged at the last moment", {{u"14:15"_s, reached(Milestone::Acknowledged)}}, u"14:15 of 15 min, met"_s,
        resolve);
    row("acknowledged too late", {{u"14:15:01"_s, reached(Milestone::Acknowledged)}}, u"14:15 of 15 min, over"_s,
        resolve);
    row("resolved in time", {{u"17:59"_s, Resolve{}}}, respond, u"18:00 of 240 min, met"_s);
    row("resolved at the last moment", {{u"18:00"_s, Resolve{}}}, respond, u"18:00 of 240 min, met"_s);
    row("resolved too late", {{u"18:01"_s, Resolve{}}}, respond, u"18:00 of 240 min, over"_s);
    row("resolved, and runs again", {{u"14:03"_s, Resolve{}}, {u"14:04"_s, ChangeStatus{u"Mitigating"_s, {}}}}, respond,
        resolve);
}

void TstClocks::targetsFallDue()
{
    QFETCH(Steps, steps);
    QFETCH(QString, respond);
    QFETCH(QString, resolve);
    Story story = Story::declared();
    tell(story, steps);
    const Instant now = tests::at(u"14:04"_s);
    QCOMPARE(inWords(respondTarget(story.state(), now)), respond);
    QCOMPARE(inWords(resolveTarget(story.state(), now)), resolve);
}

void TstClocks::urgencyGrows_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("then");
    const auto row = [](const char* sentence, int minutes, const char* now, const char* then) {
        QTest::newRow(sentence) << minutes << QString::fromLatin1(now) << QString::fromLatin1(then);
    };
    row("before the last fifth", 30, "14:23:59.999", "14:30 of 30 min, calm");
    row("the last fifth", 30, "14:24", "14:30 of 30 min, soon");
    row("the last moment", 30, "14:30", "14:30 of 30 min, soon");
    row("over", 30, "14:30:00.001", "14:30 of 30 min, over");
    row("long over", 30, "2026-02-03T14:30", "14:30 of 30 min, over");
    row("a short one before its last two minutes", 5, "14:02:59.999", "14:05 of 5 min, calm");
    row("a short one in its last two minutes", 5, "14:03", "14:05 of 5 min, soon");
    row("one so short that it is soon at once", 1, "14:00", "14:01 of 1 min, soon");
    row("ten minutes are where both are the same", 10, "14:07:59.999", "14:10 of 10 min, calm");
    row("ten minutes, two before the end", 10, "14:08", "14:10 of 10 min, soon");
    row("eleven minutes go by the fifth", 11, "14:08:48", "14:11 of 11 min, soon");
}

void TstClocks::urgencyGrows()
{
    QFETCH(int, minutes);
    QFETCH(QString, now);
    QFETCH(QString, then);
    Story story = Story::declared();
    story.says(SetCadence{{}, std::chrono::minutes(minutes)});
    const auto deadline = nextUpdate(story.state(), tests::at(now));
    QCOMPARE(inWords(deadline), then);
    QCOMPARE(deadline->left, tests::at(u"14:00"_s) + std::chrono::minutes(minutes) - tests::at(now));
}

void TstClocks::aTimerRunsOut_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("now");
    QTest::addColumn<Urgency>("urgency");
    QTest::newRow("long before") << 30 << u"14:23:59"_s << Urgency::Calm;
    QTest::newRow("the last fifth") << 30 << u"14:24"_s << Urgency::Soon;
    QTest::newRow("two minutes of ten") << 10 << u"14:08"_s << Urgency::Soon;
    QTest::newRow("more than two of five") << 5 << u"14:02:59"_s << Urgency::Calm;
    QTest::newRow("the first half of three") << 3 << u"14:01:29"_s << Urgency::Calm;
    QTest::newRow("the second half of three") << 3 << u"14:01:30"_s << Urgency::Soon;
    QTest::newRow("one minute begins") << 1 << u"14:00"_s << Urgency::Calm;
    QTest::newRow("the last second") << 1 << u"14:01"_s << Urgency::Soon;
    QTest::newRow("a second later") << 1 << u"14:01:01"_s << Urgency::Over;
}

void TstClocks::aTimerRunsOut()
{
    QFETCH(int, minutes);
    QFETCH(QString, now);
    QFETCH(Urgency, urgency);
    const std::chrono::minutes length(minutes);
    QCOMPARE(timer(tests::at(u"14:00"_s) + length, length, tests::at(now)).urgency, urgency);
}

void TstClocks::elapsed_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QString>("then");
    const auto row = [](const char* sentence, const Steps& steps, const char* then) {
        QTest::newRow(sentence) << steps << QString::fromLatin1(then);
    };
    const Step resolved{u"14:40"_s, Resolve{}};
    row("from the declaration until now", {}, "14:00 until now: 60 min");
    row("from the detection", {{u"14:01"_s, reached(Milestone::Detected), u"13:50"_s}}, "13:50 until now: 70 min");
    row("until it was resolved", {resolved}, "14:00 until 14:40: 40 min");
    row("not until it was closed", {resolved, {u"14:50"_s, Close{}}}, "14:00 until 14:40: 40 min");
    row("on when it runs again", {resolved, {u"14:50"_s, ChangeStatus{u"Mitigating"_s, {}}}},
        "14:00 until now: 60 min");
    row("never negative", {{u"16:00"_s, reached(Milestone::Detected), u"15:30"_s}}, "15:30 until now: 0 min");
    row("never negative when it is over", {resolved, {u"16:00"_s, reached(Milestone::Detected), u"14:50"_s}},
        "14:50 until 14:40: 0 min");
}

void TstClocks::elapsed()
{
    QFETCH(Steps, steps);
    QFETCH(QString, then);
    Story story = Story::declared();
    tell(story, steps);
    const auto end = clockEnd(story.state());
    QCOMPARE(u"%1 until %2: %3 min"_s.arg(shown(*clockStart(story.state())), end ? shown(*end) : u"now"_s)
                 .arg(incident::elapsed(story.state(), tests::at(u"15:00"_s)) / 1min),
        then);
}

void TstClocks::timeBetweenMilestones()
{
    Story story = Story::declared();
    tell(story, {{u"14:05"_s, reached(Milestone::Acknowledged)}, {u"14:40"_s, Resolve{}}});
    QCOMPARE(between(story.state(), Milestone::Declared, Milestone::Acknowledged), std::optional<Milliseconds>(5min));
    QCOMPARE(between(story.state(), Milestone::Resolved, Milestone::Acknowledged), std::optional<Milliseconds>(-35min));
    QCOMPARE(between(story.state(), Milestone::Declared, Milestone::Mitigated), std::optional<Milliseconds>());
    QCOMPARE(between(story.state(), Milestone::Mitigated, Milestone::Declared), std::optional<Milliseconds>());
}

void TstClocks::anEntryOfAClockFarAheadIsOdd()
{
    Story story = Story::declared();
    story.says(Note{NoteKind::Note, u"from a clock that is off"_s, false});
    std::vector<Event> events = story.events();
    Envelope& last = events.back().envelope;
    const Instant now = story.now();
    const auto oddAt = [&](Instant clock) {
        last.hlc = toMs(clock) << 16;
        return anomalies(fold(events), now);
    };
    QVERIFY(oddAt(now + std::chrono::hours(24)).empty());
    QCOMPARE(oddAt(now + std::chrono::hours(25)), (std::vector{Anomaly{u"clock-ahead"_s, last.id}}));
}

void TstClocks::nothingIsDueBeforeTheDeclaration()
{
    const IncidentState state;
    const Instant now = tests::at(u"14:00"_s);
    QCOMPARE(incident::elapsed(state, now), Milliseconds(0));
    QVERIFY(!nextUpdate(state, now) && !resolveTarget(state, now) && !respondTarget(state, now));
    QVERIFY(!clockStart(state) && !clockEnd(state));
    QCOMPARE(cadence(state).count(), 0);
}

QTEST_APPLESS_MAIN(TstClocks)
#include "tst_clocks.moc"
