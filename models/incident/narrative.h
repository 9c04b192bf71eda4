// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

namespace warroom::incident {

/// Whether it is the role of the incident commander.
bool leads(const IncidentState& state, const QString& role);

/// Whether the story is told with it: what was pinned, and what it could not be told without. Never what was taken
/// back.
bool isKey(const IncidentState& state, const Entry& entry);

} // namespace warroom::incident
