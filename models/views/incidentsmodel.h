// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/clocks.h"
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
    int rank = 0; ///< Of the severity: zero is the worst.
    QString lead; ///< Who commands; empty where their name is redacted.
    bool led = false;
    QDateTime started; ///< The incident's clock, in its zone.
    bool startedToday = false;
    std::optional<incident::Deadline> update; ///< The next one; what is left in whole seconds.
    std::optional<Milliseconds> late; ///< By how much the resolve target is missed already, in whole seconds.
    bool running = false; ///< Not resolved.
    int number = 0; ///< Of the key that leads there; zero: none does.
    int followUps = 0; ///< Open ones.
    int overdue = 0; ///< Of those.

    IncidentId key() const { return id; }
    bool operator==(const IncidentRow&) const = default;
};

/// The row of an incident as it stands at that moment.
IncidentRow incidentRow(const incident::IncidentState& state, const QString& label, Instant now);

/// Whether this one is looked at first: its update is longer overdue, else it runs, else it is worse, else its update
/// is due sooner.
bool morePressing(const IncidentRow& one, const IncidentRow& other);

class IncidentsModel : public KeyedRows<IncidentRow>
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QUuid
        LabelRole,
        TitleRole,
        SeverityRole,
        RankRole, ///< Of the severity, int; zero is the worst.
        StatusRole,
        ClosedRole,
        LeadRole,
        LedRole,
        StartedRole, ///< QDateTime in the incident's zone.
        StartedTodayRole,
        UpdateDueRole, ///< QDateTime in the incident's zone; invalid where none is due.
        UpdateUrgencyRole, ///< int of incident::Urgency
        LateRole, ///< qint64, milliseconds past the resolve target; invalid where it is not missed, or it has ended.
        UpdateLeftRole, ///< qint64, milliseconds; negative when it is overdue.
        NumberRole, ///< Of the key that leads there; zero: none does.
        FollowUpsRole,
        OverdueRole,
    };

    using KeyedRows::KeyedRows;

    void show(std::vector<IncidentRow> rows) { setRows(std::move(rows)); }

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace warroom::views
