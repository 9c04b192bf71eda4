// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/answer.h"

#include <vector>

namespace warroom::metrics {

/// What a value is worth, the worse the later.
enum class Verdict { Unknown, Ok, Warn, Bad };

/// From which value on it is worth less.
struct Threshold {
    enum class Side { Above, Below };

    double value = 0;
    Verdict beyond = Verdict::Bad; ///< Warn or Bad.
    Side side = Side::Above; ///< Where it is worth less; the value itself is not.

    /// How far back a value has to come before it counts as back: 5 % of the threshold.
    double margin() const;
    bool isBeyond(double value, bool wasBeyond) const;
    bool operator==(const Threshold&) const = default;
};

/// Of a value that was `before` until now: what it just went beyond counts at once, what it came back from only behind
/// the margin, so that it does not flicker. Unknown where there is no threshold or the value is not a number.
Verdict judged(double value, const std::vector<Threshold>& thresholds, Verdict before);

/// Of a series at its end, judged from its beginning on.
Verdict judged(const Series& series, const std::vector<Threshold>& thresholds);

} // namespace warroom::metrics
