// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/threshold.h"

#include <algorithm>
#include <cmath>

namespace warroom::metrics {

double Threshold::margin() const { return std::abs(value) / 20; }

bool Threshold::isBeyond(double other, bool wasBeyond) const
{
    const double slack = wasBeyond ? margin() : 0;
    return side == Side::Above ? other > value - slack : other < value + slack;
}

Verdict judged(double value, const std::vector<Threshold>& thresholds, Verdict before)
{
    if (thresholds.empty() || std::isnan(value))
        return Verdict::Unknown;
    Verdict result = Verdict::Ok;
    for (const Threshold& threshold : thresholds) {
        if (threshold.isBeyond(value, before >= threshold.beyond))
            result = std::max(result, threshold.beyond);
    }
    return result;
}

Verdict judged(const Series& series, const std::vector<Threshold>& thresholds)
{
    Verdict verdict = Verdict::Unknown;
    for (const double value : series.values)
        verdict = judged(value, thresholds, verdict);
    return verdict;
}

} // namespace warroom::metrics
