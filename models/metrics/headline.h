// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/threshold.h"

#include <optional>

namespace warroom::metrics {

/// The one value that stands for several series.
struct Headline {
    size_t series = 0;
    qint64 time = 0;
    double value = 0;
    Verdict verdict = Verdict::Unknown;
};

/// Of those that have a value at the end, the worst, else the largest. A series that ended before the others has none.
/// Values closer than one and a half steps are of one moment.
std::optional<Headline> headline(
    const std::vector<Series>& series, const std::vector<Threshold>& thresholds, Milliseconds step);

} // namespace warroom::metrics
