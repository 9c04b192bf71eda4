// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/rolehistory.h"

#include <algorithm>

namespace warroom::incident {

namespace {

/// What was said of one role, from the first word to the last.
class History
{
public:
    explicit History(bool several) : m_several(several) { }

    void assign(PersonId person, Instant at)
    {
        if (!m_several)
            end([person](const Tenure& held) { return held.person != person; }, at);
        if (std::ranges::none_of(m_tenures, [person](const Tenure& held) { return held.person == person && !held.to; }))
            m_tenures.push_back({person, at, std::nullopt});
    }

    void release(PersonId person, Instant at)
    {
        // A role for one is free after its release, whoever was thought to hold it.
        end([this, person](const Tenure& held) { return !m_several || held.person == person; }, at);
    }

    std::vector<Tenure> tenures() const { return m_tenures; }

private:
    template<typename Which> void end(Which which, Instant at)
    {
        for (Tenure& held : m_tenures) {
            if (!held.to && which(held))
                held.to = at;
        }
    }

    bool m_several;
    std::vector<Tenure> m_tenures;
};

} // namespace

std::vector<Tenure> roleHistory(const IncidentState& state, const QString& role)
{
    const AdoptedPlaybook::Role* known = state.playbook.value.role(role);
    History history(known && known->several);
    for (const EntryPtr& entry : state.entries) {
        if (entry->retracted)
            continue;
        if (const auto* assigned = std::get_if<RoleAssigned>(&entry->body); assigned && assigned->role == role)
            history.assign(assigned->person, entry->occurredAt());
        else if (const auto* released = std::get_if<RoleReleased>(&entry->body); released && released->role == role)
            history.release(released->person, entry->occurredAt());
    }
    return history.tenures();
}

std::vector<RoleAssigned> rolesGiven(const IncidentState& state, EntryId act)
{
    std::vector<RoleAssigned> given;
    for (const EntryPtr& entry : state.entries) {
        const auto* assigned = std::get_if<RoleAssigned>(&entry->body);
        if (assigned && entry->act == act && !entry->retracted)
            given.push_back(*assigned);
    }
    return given;
}

} // namespace warroom::incident
