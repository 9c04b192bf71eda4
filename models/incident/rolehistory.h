// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

namespace warroom::incident {

/// How long somebody held a role.
struct Tenure {
    PersonId person;
    Instant from{};
    std::optional<Instant> to; ///< None: until now.
    bool operator==(const Tenure&) const = default;
};

/// Everyone who held the role, in the order they took it. What was taken back never was.
std::vector<Tenure> roleHistory(const IncidentState& state, const QString& role);

/// The roles that this act gave, and to whom.
std::vector<RoleAssigned> rolesGiven(const IncidentState& state, EntryId act);

} // namespace warroom::incident
