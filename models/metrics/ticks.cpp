// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/ticks.h"

#include <algorithm>
#include <cmath>

namespace warroom::metrics {

namespace {

using namespace std::chrono_literals;

/// Keeps what is computed with them within what a double holds.
constexpr double largest = std::numeric_limits<double>::max() / 8;

/// With 0 in it, unless the values move in a small part of their way from it.
Extent roomy(const Extent& extent)
{
    if (extent.isEmpty())
        return {0, 1};
    Extent result{std::max(extent.minimum, -largest), std::min(extent.maximum, largest)};
    const double distance = std::min(std::abs(result.minimum), std::abs(result.maximum));
    const bool far = result.minimum > 0 || result.maximum < 0;
    // Closer together than this there are no round numbers between them any more.
    const bool flat = result.halfLength() * 2 <= distance * 1e-9;
    if (far && (flat || result.halfLength() * 2 > distance / 10))
        result.take(0);
    return result.halfLength() == 0 ? Extent{0, 1} : result;
}

double roundStep(double atLeast)
{
    const double power = std::pow(10, std::floor(std::log10(atLeast)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (power * times >= atLeast * (1 - 1e-9))
            return power * times;
    }
    return power * 10;
}

Milliseconds roundStep(Milliseconds atLeast)
{
    for (const Milliseconds step : {Milliseconds(1s), Milliseconds(2s), Milliseconds(5s), Milliseconds(10s),
             Milliseconds(15s), Milliseconds(30s), Milliseconds(1min), Milliseconds(2min), Milliseconds(5min),
             Milliseconds(10min), Milliseconds(15min), Milliseconds(30min), Milliseconds(1h), Milliseconds(2h),
             Milliseconds(3h), Milliseconds(6h), Milliseconds(12h), Milliseconds(24h), Milliseconds(48h)}) {
        if (step >= atLeast)
            return step;
    }
    return (atLeast + 24h * 7 - 1ms) / (24h * 7) * (24h * 7);
}

/// Milliseconds that the wall is ahead of UTC.
qint64 aheadOfUtc(qint64 moment, const QTimeZone& zone)
{
    return zone.offsetFromUtc(toDateTime(fromMs(moment))) * 1000LL;
}

} // namespace

ValueTicks valueTicks(const Extent& extent, int most, double unit)
{
    const Extent room = roomy(extent);
    const int intervals = std::max(most, 3) - 1;
    double step = roundStep(room.halfLength() / unit * 2 / intervals) * unit;
    // Both ends are rounded outwards, which may take one more.
    const auto count = [&] { return std::ceil(room.maximum / step) - std::floor(room.minimum / step); };
    while (count() > intervals)
        step = roundStep(step / unit * 1.5) * unit;
    ValueTicks ticks{{}, step};
    const double first = std::floor(room.minimum / step);
    for (int i = 0; i <= int(count()); ++i)
        ticks.at.push_back((first + i) * step);
    return ticks;
}

std::vector<Instant> timeTicks(Instant from, Instant to, const QTimeZone& zone, int most)
{
    std::vector<Instant> ticks;
    if (to <= from || most < 1)
        return ticks;
    const qint64 step = roundStep((to - from) / most).count();
    const qint64 begin = toMs(from) + aheadOfUtc(toMs(from), zone);
    for (qint64 wall = begin / step * step - step;; wall += step) {
        const qint64 near = wall - aheadOfUtc(wall, zone);
        const Instant moment = fromMs(wall - aheadOfUtc(near, zone));
        if (moment > to || ticks.size() > size_t(most))
            return ticks;
        // An hour that the wall shows twice has its labels once.
        if (moment >= from && (ticks.empty() || moment > ticks.back()))
            ticks.push_back(moment);
    }
}

} // namespace warroom::metrics
