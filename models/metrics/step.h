// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <optional>

namespace warroom::metrics {

/// Prometheus refuses a range query for more.
inline constexpr qint64 mostPoints = 11'000;

/// The moments that a range query asks for: from the start on, a step apart, up to the end.
struct Range {
    Instant start;
    Instant end;
    Milliseconds step{1};

    qint64 points() const { return (end - start) / step + 1; }
    bool operator==(const Range&) const = default;
};

/// The next of 1, 2, 5, 10, 15, 30 seconds, minutes or hours that is not shorter; beyond that a number of days.
Milliseconds roundStep(Milliseconds atLeast);

/// About as many points as there are to draw, as round as can be: not closer together than the samples are scraped,
/// never more than mostPoints. Start and end are multiples of the step, so that the same answer serves several times.
Range rangeOf(Instant from, Instant to, qint64 width, Milliseconds scrapeInterval);

/// With that step, whatever it is, from 1 ms on; start and end become multiples of it.
Range rangeOf(Instant from, Instant to, Milliseconds step);

/// "1h", "1h30m", "90s", "250ms", "2d", "1w" as Prometheus writes them; years are none. A number alone is seconds.
std::optional<Milliseconds> readDuration(const QString& text);

} // namespace warroom::metrics
