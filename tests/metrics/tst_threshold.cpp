// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/headline.h"
#include "support/quiettest.h"

#include <limits>
#include <random>

using namespace warroom;
using namespace warroom::metrics;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

Series ending(std::vector<double> values, qint64 last = 0)
{
    Series result;
    for (size_t i = 0; i < values.size(); ++i)
        result.times.push_back(last - qint64(values.size() - 1 - i) * 1000);
    result.values = std::move(values);
    return result;
}

} // namespace

/// What values are worth, and which one stands for all.
class ThresholdTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aThresholdIsLeftLaterThanItIsReached()
    {
        const std::vector<Threshold> above{{80, Verdict::Warn}, {100, Verdict::Bad}};
        QCOMPARE(judged(80, above, Verdict::Ok), Verdict::Ok);
        QCOMPARE(judged(80.1, above, Verdict::Ok), Verdict::Warn);
        QCOMPARE(judged(77, above, Verdict::Warn), Verdict::Warn);
        QCOMPARE(judged(77, above, Verdict::Ok), Verdict::Ok);
        QCOMPARE(judged(96, above, Verdict::Bad), Verdict::Bad);
        QCOMPARE(judged(96, above, Verdict::Warn), Verdict::Warn);
        QCOMPARE(judged(notANumber, above, Verdict::Bad), Verdict::Unknown);
        const std::vector<Threshold> below{{10, Verdict::Bad, Threshold::Side::Below}};
        QCOMPARE(judged(ending({12, 9, 10.4}), below), Verdict::Bad);
        QCOMPARE(judged(ending({12, 9, 10.6}), below), Verdict::Ok);
        QCOMPARE(judged(ending({1}), {}), Verdict::Unknown);
    }

    void aVerdictNeverFlickersWithinTheMargin()
    {
        std::mt19937_64 chance(3);
        std::uniform_real_distribution<double> near(96, 104);
        Verdict verdict = Verdict::Ok;
        int changes = 0;
        for (int i = 0; i < 1000; ++i) {
            const Verdict next = judged(near(chance), {{100}}, verdict);
            changes += next != verdict;
            verdict = next;
        }
        QCOMPARE(changes, 1);
    }

    void theWorstStandsForAll()
    {
        const std::vector<Threshold> thresholds{{5, Verdict::Bad, Threshold::Side::Below}};
        const auto step = Milliseconds(1000);
        QCOMPARE(headline({ending({9}), ending({2}), ending({4})}, thresholds, step)->series, size_t(2));
        QCOMPARE(headline({ending({9}), ending({12})}, {}, step)->value, 12.0);
        QCOMPARE(headline({ending({99}, -60'000), ending({12}), ending({})}, {}, step)->series, size_t(1));
        QCOMPARE(headline({ending({notANumber}), ending({1})}, {}, step)->series, size_t(1));
        QVERIFY(!headline({ending({})}, {}, step));
    }
};

QTEST_GUILESS_MAIN(ThresholdTest)
#include "tst_threshold.moc"
