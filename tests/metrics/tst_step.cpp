// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/step.h"
#include "support/quiettest.h"

#include <random>

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How often a range query looks.
class StepTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aStepIsRound_data()
    {
        QTest::addColumn<qint64>("atLeast");
        QTest::addColumn<qint64>("step");
        const auto row = [](const char* name, Milliseconds atLeast, Milliseconds step) {
            QTest::newRow(name) << qint64(atLeast.count()) << qint64(step.count());
        };
        row("nothing", 0ms, 1s);
        row("a second", 1s, 1s);
        row("a little more", 1001ms, 2s);
        row("3 s", 3s, 5s);
        row("7 s", 7s, 10s);
        row("11 s", 11s, 15s);
        row("16 s", 16s, 30s);
        row("31 s", 31s, 1min);
        row("3 min", 3min, 5min);
        row("31 min", 31min, 1h);
        row("16 h", 16h, 30h);
        row("31 h", 31h, 48h);
        row("a year", 24h * 365, 24h * 365);
    }
    void aStepIsRound()
    {
        QFETCH(qint64, atLeast);
        QFETCH(qint64, step);
        QCOMPARE(qint64(roundStep(Milliseconds(atLeast)).count()), step);
    }

    void anHourOnAPanelIsAsFineAsTheSamples()
    {
        const Range range = rangeOf(fromMs(1'769'868'005'000), fromMs(1'769'871'605'000), 1000, 15s);
        QCOMPARE(range, (Range{fromMs(1'769'868'000'000), fromMs(1'769'871'600'000), 15s}));
        QCOMPARE(range.points(), 241);
    }

    void theStepIsNotBelowTheScrapeInterval()
    {
        QCOMPARE(rangeOf(fromMs(0), fromMs(60'000), 1000, 20s).step, Milliseconds(30s));
        QCOMPARE(rangeOf(fromMs(0), fromMs(60'000), 1000, 1s).step, Milliseconds(1s));
    }

    void anyRangeIsAlignedAndNeverTooLong()
    {
        std::mt19937_64 chance(1);
        for (int i = 0; i < 20'000; ++i) {
            const auto length = Milliseconds(chance() % (24h * 365 * 20 / 1ms >> (i % 40)));
            const Instant to = fromMs(qint64(chance() % 4'000'000'000'000ULL));
            const qint64 width = qint64(chance() % 100'000);
            const Range range = rangeOf(to - length, to, width, Milliseconds(chance() % 120'000));
            QVERIFY(range.points() <= mostPoints);
            QVERIFY(range.points() >= 1);
            QCOMPARE(range.start.time_since_epoch() % range.step, 0ms);
            QCOMPARE(range.end.time_since_epoch() % range.step, 0ms);
            QVERIFY(range.start <= to - length && to - length - range.start < range.step);
            QVERIFY(range.end <= to && to - range.end < range.step);
        }
    }

    void aStepOfOnesOwnIsKept()
    {
        const Range range = rangeOf(fromMs(1'005), fromMs(10'005), 10ms);
        QCOMPARE(range, (Range{fromMs(1'000), fromMs(10'000), 10ms}));
        QCOMPARE(rangeOf(fromMs(0), fromMs(10), 0ms).step, 1ms);
        // Before 1970 too.
        QCOMPARE(rangeOf(fromMs(-15), fromMs(-5), 10ms), (Range{fromMs(-20), fromMs(-10), 10ms}));
    }

    void aRangeThatEndsBeforeItBeginsIsItsEnd()
    {
        QCOMPARE(rangeOf(fromMs(60'000), fromMs(0), 100, 1s), (Range{fromMs(0), fromMs(0), 1s}));
    }

    void durationsAreReadAsPrometheusWritesThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("length");
        const auto row = [](const char* text, Milliseconds length) {
            QTest::newRow(text) << QString::fromLatin1(text) << qint64(length.count());
        };
        row("1h", 1h);
        row("1h30m", 90min);
        row("90s", 90s);
        row("250ms", 250ms);
        row("2d", 48h);
        row("1w", 168h);
        row("1w2d3h4m5s6ms", 168h + 51h + 4min + 5s + 6ms);
        row("15", 15s);
        row("0.5", 500ms);
        row("0", 0s);
        for (const char* none : {"", "h", "-1h", "1.5h", "1m1h", "1h ", " 1h", "1y", "1x", "1e3", "0x1", "99999999999",
                 "9999999w", "0.0001", "1,5", "٣s"})
            QTest::newRow(none) << QString::fromUtf8(none) << qint64(-1);
    }
    void durationsAreReadAsPrometheusWritesThem()
    {
        QFETCH(QString, text);
        QFETCH(qint64, length);
        QCOMPARE(qint64(readDuration(text).value_or(Milliseconds(-1)).count()), length);
    }
};

QTEST_GUILESS_MAIN(StepTest)
#include "tst_step.moc"
