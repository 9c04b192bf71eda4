// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/metrics.h"

#include <vector>

namespace warroom::panels {

/// What may be wrong with the unit of a panel. Nobody but the team knows, so it is never an error.
enum class UnitDoubt {
    SaysPercent, ///< The title speaks of percent, the unit is none.
    RateAsPercent, ///< So many a second are no percent.
    ShareAsPercent, ///< From 0 to 1, with the unit of 0 to 100.
    PercentAsShare, ///< From 0 to 100, with the unit of 0 to 1.
    LimitOutOfShare, ///< A limit beyond 1 where 1 is all there can be.
};

std::vector<UnitDoubt> unitDoubts(const playbook::MetricPanel& panel);

} // namespace warroom::panels
