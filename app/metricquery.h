// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "metrics/outcome.h"
#include "metrics/query.h"
#include "metrics/source.h"

#include <optional>

namespace warroom::app {

/// "2026-01-31T14:23:00Z", "-5m", or seconds since 1970.
std::optional<Instant> momentFrom(const QString& text, Instant now);

/// Asks, and waits for what comes of it. Wants an application.
metrics::Outcome ask(const metrics::Source& source, const metrics::Query& query, const Clock& clock);

/// The exit status: 0 data, 1 none, 3 failed. Says why on standard error, and what the server warns of.
int conclude(const metrics::Outcome& outcome);

} // namespace warroom::app
