// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/summary.h"
#include "support/quiettest.h"

#include <cmath>
#include <limits>

using namespace warroom;
using namespace warroom::metrics;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

} // namespace

/// A series in a few numbers.
class SummaryTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aSeriesInAFewNumbers()
    {
        const Series series{{}, {0, 15'000, 30'000, 75'000, 90'000}, {3, -1, 2, endless, 1}, 0};
        QCOMPARE(summary(series, Milliseconds(15'000)), (Summary{5, 1, 0, 1, -1, 3, 3, 1}));
    }

    void aGapIsMoreThanOneAndAHalfSteps()
    {
        const Series series{{}, {0, 15, 30}, {1, 1, 1}, 0};
        QCOMPARE(summary(series, Milliseconds(10)).gaps, 0);
        QCOMPARE(summary(series, Milliseconds(9)).gaps, 2);
        QCOMPARE(summary(series, {}).gaps, 0);
    }

    void whatIsNoNumberTouchesNoBound()
    {
        const Summary all = summary({{}, {0, 1, 2}, {none, -endless, none}, 0}, {});
        QCOMPARE(all.nan, 2);
        QCOMPARE(all.inf, 1);
        QVERIFY(!all.min && !all.max);
        QVERIFY(std::isnan(*all.first) && std::isnan(*all.last));
    }

    void negativeNumbersAreNotAboveZero() { QCOMPARE(summary({{}, {0, 1}, {-2, -5}, 0}, {}).max, -2.0); }

    void nothingHasNoNumbers() { QCOMPARE(summary({}, Milliseconds(1)), Summary{}); }
};

QTEST_GUILESS_MAIN(SummaryTest)
#include "tst_summary.moc"
