// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/ticks.h"
#include "support/quiettest.h"

#include <cmath>
#include <random>

using namespace warroom;
using namespace warroom::metrics;

namespace {

Instant utc(const char* iso) { return toInstant(QDateTime::fromString(QLatin1String(iso), Qt::ISODate)); }

QStringList walls(const std::vector<Instant>& ticks, const QTimeZone& zone)
{
    QStringList result;
    for (const Instant tick : ticks)
        result += toDateTime(tick, zone).toString(QStringLiteral("dd HH:mm"));
    return result;
}

} // namespace

/// Where the axes are labelled.
class TicksTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aValueAxisIsRound()
    {
        QCOMPARE(valueTicks({0.1, 9.6}, 4).at, (std::vector<double>{0, 5, 10}));
        QCOMPARE(valueTicks({0.1, 2.9}, 4).at, (std::vector<double>{0, 1, 2, 3}));
        QCOMPARE(valueTicks({-3, 4}, 5).at, (std::vector<double>{-4, -2, 0, 2, 4}));
        QCOMPARE(valueTicks({0, 0}, 4).at, (std::vector<double>{0, 0.5, 1}));
        QCOMPARE(valueTicks({}, 4).at.size(), size_t(3));
        QCOMPARE(valueTicks({0, 3.1 * 1024}, 5, 1024).step, 1024.0);
        QCOMPARE(valueTicks({300.1, 300.4}, 4).at.front() > 299, true);
        QCOMPARE(valueTicks({7, 7}, 4).at.front(), 0.0);
    }

    void anyValuesHaveAnAxisAroundThem()
    {
        std::mt19937_64 chance(5);
        std::uniform_real_distribution<double> digits(-10, 10);
        std::uniform_int_distribution<int> power(-300, 307);
        for (int round = 0; round < 20000; ++round) {
            const double scale = std::pow(10, power(chance));
            Extent extent;
            extent.take(digits(chance) * scale);
            extent.take(round % 3 ? digits(chance) * scale : extent.minimum);
            const int most = 3 + round % 6;
            const ValueTicks ticks = valueTicks(extent, most);
            QVERIFY(ticks.at.size() >= 2 && ticks.at.size() <= size_t(most));
            QVERIFY(std::isfinite(ticks.at.front()) && std::isfinite(ticks.at.back()));
            const double slack = ticks.step * 1e-6;
            if (std::abs(extent.minimum) < 1e307 && std::abs(extent.maximum) < 1e307)
                QVERIFY(ticks.at.front() <= extent.minimum + slack && ticks.at.back() >= extent.maximum - slack);
        }
    }

    void aTimeAxisIsRoundOnTheWall()
    {
        const QTimeZone kathmandu("Asia/Kathmandu");
        const std::vector<Instant> ticks =
            timeTicks(utc("2026-01-31T13:58:00Z"), utc("2026-01-31T14:46:00Z"), QTimeZone::utc(), 5);
        QCOMPARE(
            walls(ticks, QTimeZone::utc()).join(u' '), QStringLiteral("31 14:00 31 14:10 31 14:20 31 14:30 31 14:40"));
        const std::vector<Instant> hours =
            timeTicks(utc("2026-01-31T10:00:00Z"), utc("2026-01-31T15:00:00Z"), kathmandu, 6);
        QCOMPARE(walls(hours, kathmandu).value(0), QStringLiteral("31 16:00"));
    }

    void aDayOfTwentyThreeHoursKeepsMidnight()
    {
        const QTimeZone paris("Europe/Paris");
        const std::vector<Instant> days = timeTicks(utc("2026-03-27T12:00:00Z"), utc("2026-03-31T12:00:00Z"), paris, 4);
        QCOMPARE(walls(days, paris),
            QStringList({QStringLiteral("28 00:00"), QStringLiteral("29 00:00"), QStringLiteral("30 00:00"),
                QStringLiteral("31 00:00")}));
    }

    void anyTimesHaveFewLabels()
    {
        std::mt19937_64 chance(9);
        std::uniform_int_distribution<qint64> begin(-1'000'000'000'000, 2'000'000'000'000);
        std::uniform_int_distribution<int> bits(0, 42);
        const QTimeZone zone("America/New_York");
        for (int round = 0; round < 5000; ++round) {
            const Instant from = fromMs(begin(chance));
            const Instant to = from + Milliseconds(1LL << bits(chance));
            const std::vector<Instant> ticks = timeTicks(from, to, zone, 6);
            QVERIFY(ticks.size() <= 7);
            for (size_t i = 0; i < ticks.size(); ++i)
                QVERIFY(ticks[i] >= from && ticks[i] <= to && (i == 0 || ticks[i] > ticks[i - 1]));
        }
    }
};

QTEST_GUILESS_MAIN(TicksTest)
#include "tst_ticks.moc"
