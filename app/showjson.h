// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "incident/state.h"

#include <QJsonObject>

namespace warroom::app {

class Target;

/// What `list --json` says of one incident. Times are ISO 8601 in UTC.
QJsonObject summaryJson(const incident::IncidentState& state, const QString& label);

/// What `show --json` says; the keys are an interface for scripts and only ever grow.
QJsonObject showJson(const Target& target, Instant now);

} // namespace warroom::app
