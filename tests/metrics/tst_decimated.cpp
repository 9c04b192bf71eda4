// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/decimated.h"
#include "metrics/extent.h"
#include "support/quiettest.h"

#include <cmath>
#include <limits>
#include <random>

using namespace warroom;
using namespace warroom::metrics;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

Series series(std::vector<qint64> times, std::vector<double> values)
{
    Series result;
    result.times = std::move(times);
    result.values = std::move(values);
    return result;
}

Plot plot(qint64 from, qint64 to, int columns, qint64 step = 0)
{
    return {fromMs(from), fromMs(to), columns, Milliseconds(step)};
}

/// The same, point by point, as one would say it: a line between each two neighbours that no gap parts.
Decimated naive(const Series& series, const Plot& plot)
{
    Decimated result;
    const auto columnOf = [&](qint64 time) {
        for (int column = 0; column < plot.columns; ++column) {
            if ((time - toMs(plot.from)) * plot.columns < (column + 1) * (toMs(plot.to) - toMs(plot.from)))
                return column;
        }
        return plot.columns - 1;
    };
    const auto size = series.times.size();
    for (size_t i = 0; i < size; ++i) {
        const qint64 time = series.times[i];
        const double value = series.values[i];
        const bool before = time < toMs(plot.from);
        const bool behind = time > toMs(plot.to);
        if (before && i + 1 < size && series.times[i + 1] < toMs(plot.from))
            continue;
        if (behind && i > 0 && series.times[i - 1] > toMs(plot.to))
            continue;
        const int at = before ? -1 : behind ? plot.columns : columnOf(time);
        if (std::isinf(value) && !before && !behind) {
            const Infinity mark{at, value > 0};
            if (std::ranges::find(result.infinities, mark) == result.infinities.end())
                result.infinities.push_back(mark);
        }
        if (!std::isfinite(value))
            continue;
        const bool first = result.columns.empty();
        const bool gap = first || !std::isfinite(series.values[i - 1])
            || (plot.step.count() > 0 && 2 * (time - series.times[i - 1]) > 3 * plot.step.count());
        if (gap || result.columns.back().at != at)
            result.columns.push_back({at, !gap, time, time, value, value, value, value});
        Column& column = result.columns.back();
        column.lastTime = time;
        column.last = value;
        column.minimum = std::min(column.minimum, value);
        column.maximum = std::max(column.maximum, value);
    }
    return result;
}

} // namespace

/// What is seen of a series on so many columns of pixels.
class DecimatedTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aColumnHasWhatItsPointsHave()
    {
        const Decimated seen = decimated(series({0, 10, 20, 30, 99, 100}, {5, 1, 9, 4, 2, 3}), plot(0, 100, 2));
        QCOMPARE(seen.columns.size(), size_t(2));
        QCOMPARE(seen.columns[0], (Column{0, false, 0, 30, 5, 4, 1, 9}));
        QCOMPARE(seen.columns[1], (Column{1, true, 99, 100, 2, 3, 2, 3}));
    }

    void theLineComesInFromOutsideAndLeaves()
    {
        const Decimated seen = decimated(series({0, 10, 50, 90, 95}, {1, 2, 3, 4, 5}), plot(20, 80, 4));
        QCOMPARE(seen.columns.size(), size_t(3));
        QCOMPARE(seen.columns[0].at, -1);
        QCOMPARE(seen.columns[0].last, 2.0);
        QCOMPARE(seen.columns[2].at, 4);
        QCOMPARE(seen.columns[2].first, 4.0);
        QVERIFY(seen.columns[1].joined && seen.columns[2].joined);
    }

    void oneAndAHalfStepsAreNoGapYet()
    {
        const auto joined = [](qint64 apart) {
            return decimated(series({0, apart}, {1, 1}), plot(0, 100, 10, 20)).columns.at(1).joined;
        };
        QVERIFY(joined(30));
        QVERIFY(!joined(31));
    }

    void notANumberIsAGapAndNotZero()
    {
        const Decimated seen = decimated(series({0, 1, 2}, {7, notANumber, 8}), plot(0, 100, 1, 1));
        QCOMPARE(seen.columns.size(), size_t(2));
        QVERIFY(!seen.columns[1].joined);
        QCOMPARE(seen.columns[0].minimum, 7.0);
        QVERIFY(seen.infinities.empty());
    }

    void anInfinityIsMarkedAndTouchesNoAxis()
    {
        const Series all = series({0, 1, 2, 3, 60}, {7, infinite, infinite, -infinite, 8});
        const Decimated seen = decimated(all, plot(0, 100, 2));
        QCOMPARE(seen.infinities, (std::vector<Infinity>{{0, true}, {0, false}}));
        QCOMPARE(extent(all, fromMs(0), fromMs(100)), (Extent{7, 8}));
    }

    void momentsAsFarApartAsThereAreDoNoHarm()
    {
        constexpr qint64 least = std::numeric_limits<qint64>::min();
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        const Decimated seen = decimated(series({least, 0, most}, {1, 2, 3}), plot(-5, 5, 10, 1));
        QCOMPARE(seen.columns.size(), size_t(3));
        QVERIFY(!seen.columns[1].joined && !seen.columns[2].joined);
        QCOMPARE(decimated(series({3, 3}, {1, 2}), plot(3, 3, 10)).columns.size(), size_t(1));
    }

    void anySeriesIsSeenAsItsPointsAre()
    {
        std::mt19937_64 chance(7);
        const auto upTo = [&](qint64 most) { return std::uniform_int_distribution<qint64>(0, most)(chance); };
        for (int round = 0; round < 4000; ++round) {
            Series any;
            qint64 time = upTo(200) - 100;
            const qint64 apart = upTo(20);
            for (qint64 i = upTo(120); i > 0; --i) {
                any.times.push_back(time);
                const qint64 kind = upTo(19);
                any.values.push_back(kind == 0 ? notANumber
                        : kind == 1            ? infinite
                        : kind == 2            ? -infinite
                                               : double(upTo(9)));
                time += upTo(apart);
            }
            const qint64 from = upTo(300) - 100;
            const Plot where = plot(from, from + 1 + upTo(400), int(1 + upTo(60)), upTo(12));
            const Decimated ours = decimated(any, where);
            const Decimated theirs = naive(any, where);
            QVERIFY2(ours.columns == theirs.columns, QByteArray::number(round).constData());
            QVERIFY2(ours.infinities == theirs.infinities, QByteArray::number(round).constData());
        }
    }

    void theBusiestMoveMost()
    {
        const std::vector<Extent> extents{{0, 1}, {}, {-5, 5}, {3, 3}, {0, 2}};
        QCOMPARE(busiest(extents, 2), (std::vector<size_t>{2, 4}));
        QCOMPARE(busiest(extents, 4), (std::vector<size_t>{0, 2, 3, 4}));
        QCOMPARE(busiest(extents, 9).size(), size_t(5));
        const double largest = std::numeric_limits<double>::max();
        QCOMPARE(busiest({{0, largest}, {-largest, largest}}, 1), std::vector<size_t>{1});
    }
};

QTEST_GUILESS_MAIN(DecimatedTest)
#include "tst_decimated.moc"
