// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"
#include "views/keyedrows.h"

namespace warroom::views {

/// A part of the post-mortem.
struct SectionRow {
    QString id;
    QString heading;
    bool written = false;

    QString key() const { return id; }
    bool operator==(const SectionRow&) const = default;
};

/// The parts of the post-mortem that people write, in the order of the playbook.
class SectionsModel : public KeyedRows<SectionRow>
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        HeadingRole,
        WrittenRole,
    };

    using KeyedRows::KeyedRows;

    void show(const incident::IncidentState& state, const playbook::Playbook& playbook);

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace warroom::views
