// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/valueat.h"

#include <algorithm>

namespace warroom::metrics {

std::optional<double> valueAt(const Series& series, Instant moment, Milliseconds within)
{
    const auto behind = std::lower_bound(series.times.begin(), series.times.end(), toMs(moment));
    std::optional<double> result;
    quint64 nearest = quint64(within.count());
    const auto look = [&](std::vector<qint64>::const_iterator time) {
        // Unsigned, since a server may name moments as far apart as there are.
        const quint64 away =
            *time < toMs(moment) ? quint64(toMs(moment)) - quint64(*time) : quint64(*time) - quint64(toMs(moment));
        if (away <= nearest) {
            nearest = away;
            result = series.values[size_t(time - series.times.begin())];
        }
    };
    if (behind != series.times.begin())
        look(behind - 1);
    if (behind != series.times.end())
        look(behind);
    return result;
}

} // namespace warroom::metrics
