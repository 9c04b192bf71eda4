// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rolesmodel.h"

namespace warroom::views {

void RolesModel::show(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    std::vector<RoleRow> rows;
    for (const playbook::Role& role : playbook.roles) {
        RoleRow row{role.id, role.name, {}, {}, role.commander || !role.primary.isEmpty(), role.commander};
        const std::vector<PersonId> holders = state.holders(role.id);
        for (const PersonId& holder : holders) {
            const incident::Person* person = state.person(holder);
            row.holder = holder;
            row.person = person ? person->shown() : QString();
            rows.push_back(row);
            row.further = true;
        }
        if (holders.empty())
            rows.push_back(row);
    }
    setRows(std::move(rows));
}

QVariant RolesModel::data(const QModelIndex& index, int role) const
{
    const RoleRow* row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case RoleIdRole:
        return row->role;
    case HolderRole:
        return row->holder.value_or(PersonId{}).uuid;
    case RoleNameRole:
        return row->name;
    case PersonRole:
        return row->person;
    case HeldRole:
        return row->holder.has_value();
    case WantedRole:
        return row->wanted;
    case CommanderRole:
        return row->commander;
    default:
        return {};
    }
}

QHash<int, QByteArray> RolesModel::roleNames() const
{
    return {{RoleIdRole, "roleId"}, {HolderRole, "holder"}, {RoleNameRole, "roleName"}, {PersonRole, "person"},
        {HeldRole, "held"}, {WantedRole, "wanted"}, {CommanderRole, "commander"}};
}

} // namespace warroom::views
