// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/extent.h"

#include <vector>

namespace warroom::metrics {

/// Where an axis of values is labelled. It begins with the first and ends with the last.
struct ValueTicks {
    std::vector<double> at; ///< Two at least.
    double step = 1;
};

/// Round ones around the extent, 1, 2 or 5 times a power of ten times the unit apart, `most` or fewer. 0 is among them
/// unless the values stay far from it, and an extent without length gets room.
ValueTicks valueTicks(const Extent& extent, int most, double unit = 1);

/// Round moments of the wall in that zone between two, `most` or fewer.
std::vector<Instant> timeTicks(Instant from, Instant to, const QTimeZone& zone, int most);

} // namespace warroom::metrics
