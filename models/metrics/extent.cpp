// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/extent.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace warroom::metrics {

void Extent::take(double value)
{
    minimum = std::min(minimum, value);
    maximum = std::max(maximum, value);
}

void Extent::take(const Extent& other)
{
    minimum = std::min(minimum, other.minimum);
    maximum = std::max(maximum, other.maximum);
}

Extent extent(const Series& series, Instant from, Instant to)
{
    const auto begin = std::lower_bound(series.times.begin(), series.times.end(), toMs(from));
    const auto end = std::upper_bound(begin, series.times.end(), toMs(to));
    Extent result;
    for (auto i = begin - series.times.begin(); i < end - series.times.begin(); ++i) {
        if (const double value = series.values[size_t(i)]; std::isfinite(value))
            result.take(value);
    }
    return result;
}

std::vector<size_t> busiest(const std::vector<Extent>& extents, size_t most)
{
    std::vector<size_t> result(extents.size());
    std::iota(result.begin(), result.end(), size_t(0));
    if (result.size() <= most)
        return result;
    const auto moves = [&](size_t i) { return extents[i].isEmpty() ? -1 : extents[i].halfLength(); };
    std::ranges::stable_sort(result, [&](size_t a, size_t b) { return moves(a) > moves(b); });
    result.resize(most);
    std::ranges::sort(result);
    return result;
}

} // namespace warroom::metrics
