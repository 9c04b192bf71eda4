// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/headline.h"

#include <algorithm>
#include <cmath>

namespace warroom::metrics {

namespace {

bool standsFor(const Headline& a, const Headline& b)
{
    if (a.verdict != b.verdict)
        return a.verdict > b.verdict;
    return a.value > b.value || (std::isnan(b.value) && !std::isnan(a.value));
}

} // namespace

std::optional<Headline> headline(
    const std::vector<Series>& series, const std::vector<Threshold>& thresholds, Milliseconds step)
{
    std::optional<qint64> latest;
    for (const Series& each : series) {
        if (!each.times.empty())
            latest = std::max(latest.value_or(each.times.back()), each.times.back());
    }
    std::optional<Headline> result;
    for (size_t i = 0; i < series.size(); ++i) {
        const Series& each = series[i];
        // Unsigned, since a server may name moments as far apart as there are.
        if (each.times.empty() || quint64(*latest) - quint64(each.times.back()) > quint64((step + step / 2).count()))
            continue;
        const Headline one{i, each.times.back(), each.values.back(), judged(each, thresholds)};
        if (!result || standsFor(one, *result))
            result = one;
    }
    return result;
}

} // namespace warroom::metrics
