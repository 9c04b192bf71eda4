// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemports.h"
#include "base/time.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TstTime : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsIso_data();
    void isWrittenAsIso();
    void goesToADateAndBack();
    void isShownInAZone();
    void aStillClockStandsStill();
    void aRunningClockGoesOnFromItsStart();
    void aClockThatIsSetBackGoesOn();
};

void TstTime::isWrittenAsIso_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("iso");
    QTest::newRow("to the second") << qint64(1769869380000) << u"2026-01-31T14:23:00Z"_s;
    QTest::newRow("to the millisecond") << qint64(1769869380007) << u"2026-01-31T14:23:00.007Z"_s;
    QTest::newRow("the beginning") << qint64(0) << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("before the beginning") << qint64(-1) << u"1969-12-31T23:59:59.999Z"_s;
    QTest::newRow("a second before the beginning") << qint64(-1000) << u"1969-12-31T23:59:59Z"_s;
    QTest::newRow("a leap day") << qint64(1709208000000) << u"2024-02-29T12:00:00Z"_s;
    QTest::newRow("after 2038") << qint64(2147483648000) << u"2038-01-19T03:14:08Z"_s;
}

void TstTime::isWrittenAsIso()
{
    QFETCH(qint64, ms);
    QFETCH(QString, iso);
    QCOMPARE(toIso(fromMs(ms)), iso);
    QCOMPARE(toMs(toInstant(QDateTime::fromString(iso, Qt::ISODateWithMs))), ms);
}

void TstTime::goesToADateAndBack()
{
    for (const qint64 ms : {qint64(-1), qint64(0), qint64(1769869380007)}) {
        QCOMPARE(toMs(fromMs(ms)), ms);
        QCOMPARE(toInstant(toDateTime(fromMs(ms))), fromMs(ms));
        QCOMPARE(toDateTime(fromMs(ms)).timeSpec(), Qt::UTC);
    }
}

void TstTime::isShownInAZone()
{
    const Instant summer = fromMs(1784642400000);
    const QDateTime berlin = toDateTime(summer, QTimeZone("Europe/Berlin"));
    QCOMPARE(berlin.toString(u"yyyy-MM-dd HH:mm"_s), u"2026-07-21 16:00"_s);
    QCOMPARE(toInstant(berlin), summer);
}

void TstTime::aStillClockStandsStill()
{
    const StartedClock clock(fromMs(1769869380000), StartedClock::Pace::Still);
    const Milliseconds before = clock.monotonic();
    const SystemClock other;
    for (const Milliseconds start = other.monotonic(); other.monotonic() == start;) { }
    QCOMPARE(clock.now(), fromMs(1769869380000));
    QCOMPARE(clock.monotonic(), before);
}

void TstTime::aRunningClockGoesOnFromItsStart()
{
    const StartedClock clock(fromMs(1769869380000), StartedClock::Pace::Running);
    const Instant then = clock.now();
    const Milliseconds before = clock.monotonic();
    QVERIFY(then >= fromMs(1769869380000));
    while (clock.monotonic() - before < 3ms) { }
    QVERIFY(clock.now() - then >= 3ms);
}

void TstTime::aClockThatIsSetBackGoesOn()
{
    struct SetClock : Clock {
        Instant wall{};
        Milliseconds since{0};
        Instant now() const override { return wall; }
        Milliseconds monotonic() const override { return since; }
        void pass(Milliseconds time, Milliseconds set = {})
        {
            wall += time + set;
            since += time;
        }
    } clock;
    const auto after = [&clock] { return clock.ongoing().time_since_epoch(); };
    QCOMPARE(after(), 0min);
    clock.pass(5min);
    QCOMPARE(after(), 5min);
    clock.pass(1min, -60min);
    QCOMPARE(after(), 6min);
    clock.pass(1min);
    QCOMPARE(after(), 7min);
    QCOMPARE(clock.now().time_since_epoch(), -53min);
    clock.pass(1min, 60min); // right again
    QCOMPARE(after(), 8min);
    clock.pass(1min, 30min); // set forward
    QCOMPARE(after(), 39min);
}

QTEST_APPLESS_MAIN(TstTime)
#include "tst_time.moc"
