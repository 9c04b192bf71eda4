// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/postmortem.h"

#include <vector>

namespace warroom::report {

/// The entries that `choice` shows, in the order of the narrative; never a retracted one.
std::vector<const incident::Entry*> chosen(const incident::IncidentState& state, playbook::TimelineChoice choice);

/// They as a table, and under it the whole text of those that do not fit into a row.
QString timelineTable(
    const incident::IncidentState& state, playbook::TimelineChoice choice, const EntryWording& wording);

} // namespace warroom::report
