// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidentsmodel.h"

#include <algorithm>
#include <tuple>

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
    const auto& severities = state.playbook.value.severities;
    const auto severity = std::ranges::find(severities, row.severity, &AdoptedPlaybook::Severity::label);
    row.rank = int(severity - severities.begin());
    if (const std::optional<PersonId> commander = state.commander()) {
        row.led = true;
        row.lead = state.person(*commander) ? state.person(*commander)->shown() : QString();
    }
    const QDate today = toDateTime(now, state.zone()).date();
    row.started = toDateTime(clockStart(state).value_or(Instant{}), state.zone());
    row.startedToday = row.started.date() == today;
    row.update = nextUpdate(state, now);
    if (row.update)
        row.update->left = std::chrono::floor<std::chrono::seconds>(row.update->left);
    row.running = !clockEnd(state);
    if (const auto target = resolveTarget(state, now); row.running && target && target->urgency == Urgency::Over)
        row.late = -std::chrono::floor<std::chrono::seconds>(target->left);
    for (const FollowUp& followUp : state.followUps) {
        const bool open = followUp.state.value == ActionState::Open || followUp.state.value == ActionState::Started;
        row.followUps += open ? 1 : 0;
        row.overdue += open && followUp.due.isValid() && followUp.due < today ? 1 : 0;
    }
    return row;
}

bool morePressing(const IncidentRow& one, const IncidentRow& other)
{
    const auto key = [](const IncidentRow& row) {
        const Instant due = row.update ? row.update->due : Instant::max();
        const bool over = row.update && row.update->urgency == Urgency::Over;
        return std::tuple(over ? due : Instant::max(), !row.running, row.rank, due);
    };
    return key(one) < key(other);
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
    case RankRole:
        return row->rank;
    case StatusRole:
        return row->status;
    case ClosedRole:
        return row->closed;
    case LeadRole:
        return row->lead;
    case LedRole:
        return row->led;
    case StartedRole:
        return row->started;
    case StartedTodayRole:
        return row->startedToday;
    case UpdateDueRole:
        return row->update ? toDateTime(row->update->due, row->started.timeZone()) : QDateTime();
    case UpdateUrgencyRole:
        return int(row->update ? row->update->urgency : Urgency::None);
    case UpdateLeftRole:
        return qint64(row->update ? row->update->left.count() : 0);
    case LateRole:
        return row->late ? QVariant(qint64(row->late->count())) : QVariant();
    case NumberRole:
        return row->number;
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
        {RankRole, "rank"}, {StatusRole, "status"}, {ClosedRole, "closed"}, {LeadRole, "lead"}, {LedRole, "led"},
        {StartedRole, "started"}, {StartedTodayRole, "startedToday"}, {UpdateDueRole, "updateDue"},
        {UpdateUrgencyRole, "updateUrgency"}, {LateRole, "late"}, {UpdateLeftRole, "updateLeft"},
        {NumberRole, "number"}, {FollowUpsRole, "followUps"}, {OverdueRole, "overdue"}};
}

} // namespace warroom::views
