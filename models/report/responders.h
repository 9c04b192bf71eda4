// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"

/// Who did what in an incident, over its whole length, as Markdown.
namespace warroom::report {

/// "Alice Chen", or "Bob Smith, then Alice Chen" after a hand-over.
QString commanders(const incident::IncidentState& state);

/// Everybody who held another role, in the order they took one: "Bob Smith (On-Call Engineer, Scribe), Carol Lee (…)".
QString responders(const incident::IncidentState& state, const playbook::Playbook& playbook);

} // namespace warroom::report
