// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/responders.h"

#include "incident/narrative.h"
#include "report/markdown.h"
#include "report/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

using namespace incident;

constexpr QLatin1StringView nobody("nobody");

std::vector<RoleAssigned> assignments(const IncidentState& state)
{
    std::vector<RoleAssigned> all;
    for (const EntryPtr& entry : state.entries) {
        const auto* assigned = std::get_if<RoleAssigned>(&entry->body);
        if (assigned && !entry->retracted)
            all.push_back(*assigned);
    }
    return all;
}

} // namespace

QString commanders(const IncidentState& state)
{
    QStringList names;
    std::optional<PersonId> last;
    for (const RoleAssigned& assigned : assignments(state)) {
        if (!leads(state, assigned.role) || assigned.person == last)
            continue;
        names += escaped(shownName(state, assigned.person));
        last = assigned.person;
    }
    return names.isEmpty() ? nobody : names.join(", then "_L1);
}

QString responders(const IncidentState& state, const playbook::Playbook& playbook)
{
    std::vector<std::pair<PersonId, QStringList>> people;
    for (const RoleAssigned& assigned : assignments(state)) {
        if (leads(state, assigned.role))
            continue;
        const playbook::Role* role = playbook.role(assigned.role);
        const QString roleName = role && !role->name.isEmpty() ? role->name : assigned.role;
        auto person = std::ranges::find_if(people, [&](const auto& known) { return known.first == assigned.person; });
        if (person == people.end())
            person = people.insert(people.end(), {assigned.person, {}});
        if (!person->second.contains(escaped(roleName)))
            person->second += escaped(roleName);
    }
    QStringList names;
    for (const auto& [person, roles] : people)
        names += u"%1 (%2)"_s.arg(escaped(shownName(state, person)), roles.join(", "_L1));
    return names.isEmpty() ? nobody : names.join(", "_L1);
}

} // namespace warroom::report
