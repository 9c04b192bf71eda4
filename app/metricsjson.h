// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/outcome.h"
#include "metrics/summary.h"

#include <QJsonObject>

namespace warroom::app {

/// What `warroom metrics query --json` prints: status, http_status, error_type, error, warnings, infos, result_type,
/// series and left_out.
QJsonObject metricsJson(const metrics::Outcome& outcome, std::optional<Milliseconds> step);

} // namespace warroom::app
