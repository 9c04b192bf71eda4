// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/answer.h"

#include <optional>

namespace warroom::metrics {

/// A series in a few numbers.
struct Summary {
    qsizetype points = 0;
    qsizetype gaps = 0; ///< Between points that are further apart than one and a half steps.
    qsizetype nan = 0;
    qsizetype inf = 0;
    std::optional<double> min; ///< Of what is neither NaN nor infinite.
    std::optional<double> max;
    std::optional<double> first; ///< Whatever it is.
    std::optional<double> last;

    bool operator==(const Summary&) const = default;
};

/// Without a step no distance is a gap.
Summary summary(const Series& series, std::optional<Milliseconds> step);

} // namespace warroom::metrics
