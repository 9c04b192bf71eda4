// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/panel.h"
#include "incident/state.h"
#include "playbook/playbook.h"

namespace warroom::evidence {

/// What one wants to see beside a curve: declaration, severity, status, decisions, what is pinned.
std::vector<charts::Mark> marksOf(const incident::IncidentState& state, const playbook::Playbook& playbook);

} // namespace warroom::evidence
