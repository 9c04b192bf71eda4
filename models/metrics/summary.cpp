// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/summary.h"

#include <algorithm>
#include <cmath>

namespace warroom::metrics {

Summary summary(const Series& series, std::optional<Milliseconds> step)
{
    Summary all;
    all.points = qsizetype(series.times.size());
    for (const double value : series.values) {
        all.nan += std::isnan(value);
        all.inf += std::isinf(value);
        if (!std::isfinite(value))
            continue;
        all.min = std::min(all.min.value_or(value), value);
        all.max = std::max(all.max.value_or(value), value);
    }
    if (!series.values.empty()) {
        all.first = series.values.front();
        all.last = series.values.back();
    }
    for (std::size_t i = 1; step && i < series.times.size(); ++i)
        all.gaps += 2 * (series.times[i] - series.times[i - 1]) > 3 * step->count();
    return all;
}

} // namespace warroom::metrics
