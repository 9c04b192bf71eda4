// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"
#include "views/keyedrows.h"

namespace warroom::views {

/// A role and somebody who holds it, or nobody.
struct RoleRow {
    QString role; ///< Id.
    QString name; ///< Of the role, as the playbook has it.
    std::optional<PersonId> holder;
    QString person; ///< Empty: nobody, or redacted.
    bool wanted = false; ///< The commander's, or one that the playbook names somebody for.
    bool commander = false;
    bool further = false; ///< Somebody else holds it too, in the row above.

    /// The mark stays on a role that is given away or released.
    QString key() const { return further ? role + QLatin1Char('/') + holder.value_or(PersonId{}).text() : role; }
    bool operator==(const RoleRow&) const = default;
};

/// Who holds which role, in the order of the playbook; a role that nobody holds has a row, one that several hold has
/// one for each of them.
class RolesModel : public KeyedRows<RoleRow>
{
    Q_OBJECT

public:
    enum Role {
        RoleIdRole = Qt::UserRole + 1,
        HolderRole, ///< QUuid; null: nobody.
        RoleNameRole,
        PersonRole, ///< Empty: nobody.
        HeldRole,
        WantedRole,
        CommanderRole,
    };

    using KeyedRows::KeyedRows;

    void show(const incident::IncidentState& state, const playbook::Playbook& playbook);

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace warroom::views
