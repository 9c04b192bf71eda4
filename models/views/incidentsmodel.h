// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "views/keyedrows.h"

#include <QDateTime>

namespace warroom::views {

/// One incident in a list of them.
struct IncidentRow {
    IncidentId id;
    QString label;
    QString title; ///< Empty: redacted.
    QString severity;
    QString status;
    bool closed = false;
    QDateTime declared; ///< In the incident's zone.
    std::optional<Instant> updateDue; ///< The next status update.
    int followUps = 0; ///< Open ones.
    int overdue = 0; ///< Of those.

    IncidentId key() const { return id; }
    bool operator==(const IncidentRow&) const = default;
};

/// The row of an incident as it stands at that moment.
IncidentRow incidentRow(const incident::IncidentState& state, const QString& label, Instant now);

class IncidentsModel : public KeyedRows<IncidentRow>
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QUuid
        LabelRole,
        TitleRole,
        SeverityRole,
        StatusRole,
        ClosedRole,
        DeclaredRole, ///< QDateTime in the incident's zone.
        UpdateDueRole, ///< QDateTime in UTC; invalid where none is due.
        FollowUpsRole,
        OverdueRole,
    };

    using KeyedRows::KeyedRows;

    void show(std::vector<IncidentRow> rows) { setRows(std::move(rows)); }

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace warroom::views
