// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

namespace warroom::report {

/// Which runbooks were followed, which of their steps when and by whom, what was skipped and why, and what commands
/// printed, as Markdown; empty where none was.
QString followedRunbooks(const incident::IncidentState& state);

} // namespace warroom::report
