// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/panel.h"
#include "metrics/watch.h"

namespace warroom::charts {

/// Three times that a panel was not asked, or not answered.
inline constexpr Milliseconds staleAfter{45'000};

/// What is known of a panel by now, as it is shown: without marks, in UTC.
Panel measuredPanel(const metrics::Panel& asked, const metrics::Measured& measured, Instant now);

} // namespace warroom::charts
