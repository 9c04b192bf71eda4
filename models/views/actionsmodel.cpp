// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/actionsmodel.h"

namespace warroom::views {

using namespace incident;

namespace {

QString nameOf(const IncidentState& state, std::optional<PersonId> owner)
{
    const Person* person = owner ? state.person(*owner) : nullptr;
    return person ? person->shown() : QString();
}

template<typename Work> ActionRow rowOf(const Work& work, const IncidentState& state, Instant assigned)
{
    ActionRow row;
    row.entry = work.entry;
    row.number = work.number;
    row.text = work.text;
    row.redacted = work.redacted;
    row.owned = work.owner.value.has_value();
    row.owner = nameOf(state, work.owner.value);
    row.state = work.state.value;
    row.since = toDateTime(work.state.set() ? work.state.since() : assigned, state.zone());
    return row;
}

ActionRow rowOf(const Action& action, const IncidentState& state)
{
    ActionRow row = rowOf(action, state, action.assignedAt);
    if (action.timer && !isOver(row.state) && !state.closed()) {
        row.timer = action.timer;
        row.timerEnds = action.assignedAt + *action.timer;
    }
    return row;
}

ActionRow rowOf(const FollowUp& followUp, const IncidentState& state, QDate today)
{
    const Entry* entry = state.entry(followUp.entry);
    ActionRow row = rowOf(followUp, state, entry ? entry->occurredAt() : Instant{});
    row.followUp = true;
    row.due = followUp.due;
    row.priority = followUp.priority;
    row.overdue = followUp.due.isValid() && followUp.due < today && !isOver(row.state);
    return row;
}

} // namespace

void ActionsModel::show(const IncidentState& state, QDate today)
{
    std::vector<ActionRow> rows;
    for (const Action& action : state.actions)
        rows.push_back(rowOf(action, state));
    for (const FollowUp& followUp : state.followUps)
        rows.push_back(rowOf(followUp, state, today));
    std::ranges::sort(rows, {}, [](const ActionRow& row) { return std::pair(isOver(row.state), row.number); });
    setRows(std::move(rows));
}

QVariant ActionsModel::data(const QModelIndex& index, int role) const
{
    const ActionRow* row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case EntryIdRole:
        return row->entry.uuid;
    case NumberRole:
        return row->number;
    case FollowUpRole:
        return row->followUp;
    case TextRole:
        return row->text;
    case RedactedRole:
        return row->redacted;
    case OwnedRole:
        return row->owned;
    case OwnerRole:
        return row->owner;
    case StateRole:
        return int(row->state);
    case SinceRole:
        return row->since;
    case TimerRole:
        return int(row->timer.value_or(std::chrono::minutes(0)).count());
    case TimerEndsRole:
        return row->timerEnds ? toDateTime(*row->timerEnds) : QDateTime();
    case DueRole:
        return row->due;
    case PriorityRole:
        return row->priority;
    case OverdueRole:
        return row->overdue;
    default:
        return {};
    }
}

QHash<int, QByteArray> ActionsModel::roleNames() const
{
    return {{EntryIdRole, "entryId"}, {NumberRole, "number"}, {FollowUpRole, "followUp"}, {TextRole, "text"},
        {RedactedRole, "redacted"}, {OwnedRole, "owned"}, {OwnerRole, "owner"}, {StateRole, "state"},
        {SinceRole, "since"}, {TimerRole, "timer"}, {TimerEndsRole, "timerEnds"}, {DueRole, "due"},
        {PriorityRole, "priority"}, {OverdueRole, "overdue"}};
}

} // namespace warroom::views
