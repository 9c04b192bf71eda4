// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidentsmodel.h"

#include "incident/clocks.h"

namespace warroom::views {

using namespace incident;

IncidentRow incidentRow(const IncidentState& state, const QString& label, Instant now)
{
    IncidentRow row;
    row.id = state.id;
    row.label = label;
    row.title = state.title.value;
    row.severity = state.severity.value;
    row.status = state.status.value;
    row.closed = state.closed();
    row.declared = toDateTime(state.milestone(Milestone::Declared).value_or(Instant{}), state.zone());
    if (const auto due = nextUpdate(state, now))
        row.updateDue = due->due;
    const QDate today = toDateTime(now, state.zone()).date();
    for (const FollowUp& followUp : state.followUps) {
        const bool open = followUp.state.value == ActionState::Open || followUp.state.value == ActionState::Started;
        row.followUps += open ? 1 : 0;
        row.overdue += open && followUp.due.isValid() && followUp.due < today ? 1 : 0;
    }
    return row;
}

QVariant IncidentsModel::data(const QModelIndex& index, int role) const
{
    const IncidentRow* row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case IdRole:
        return row->id.uuid;
    case LabelRole:
        return row->label;
    case TitleRole:
        return row->title;
    case SeverityRole:
        return row->severity;
    case StatusRole:
        return row->status;
    case ClosedRole:
        return row->closed;
    case DeclaredRole:
        return row->declared;
    case UpdateDueRole:
        return row->updateDue ? toDateTime(*row->updateDue) : QDateTime();
    case FollowUpsRole:
        return row->followUps;
    case OverdueRole:
        return row->overdue;
    default:
        return {};
    }
}

QHash<int, QByteArray> IncidentsModel::roleNames() const
{
    return {{IdRole, "incidentId"}, {LabelRole, "label"}, {TitleRole, "title"}, {SeverityRole, "severity"},
        {StatusRole, "status"}, {ClosedRole, "closed"}, {DeclaredRole, "declared"}, {UpdateDueRole, "updateDue"},
        {FollowUpsRole, "followUps"}, {OverdueRole, "overdue"}};
}

} // namespace warroom::views
