// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"

#include <QString>

#include <vector>

namespace warroom::desk {

/// What one looks at before an incident is over. None of them holds anybody up.
struct Check {
    bool met = false;
    QString text;
    bool operator==(const Check&) const = default;
};

/// What is open while it runs, as if it were resolved at that moment.
std::vector<Check> checksToResolve(
    const incident::IncidentState& state, Instant resolvedAt, bool falseAlarm, Instant now);
/// What the post-mortem wants: updates, sections, follow-ups, times, its deadline.
std::vector<Check> checksToClose(const incident::IncidentState& state, const playbook::Playbook& playbook, Instant now);

} // namespace warroom::desk
