// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/answer.h"

#include <optional>

namespace warroom::metrics {

/// The value nearest to a moment, at most so far away from it.
std::optional<double> valueAt(const Series& series, Instant moment, Milliseconds within);

} // namespace warroom::metrics
