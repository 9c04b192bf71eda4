// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

namespace warroom::incident {

/// Other entries of the narrative that hold a telling word of these: one of four letters or more that only a few
/// entries have. Whoever redacts a secret wants to look at them too.
std::vector<EntryId> quoting(const IncidentState& state, const std::vector<EntryId>& entries);

} // namespace warroom::incident
