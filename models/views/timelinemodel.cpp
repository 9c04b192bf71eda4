// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timelinemodel.h"

#include <algorithm>

namespace warroom::views {

using namespace incident;

namespace {

constexpr std::chrono::minutes lateAfter{2};

TimelineModel::RowState stateOf(const Entry& entry)
{
    if (entry.redacted)
        return TimelineModel::Redacted;
    if (entry.retracted)
        return TimelineModel::Retracted;
    return entry.amended ? TimelineModel::Amended : TimelineModel::Live;
}

} // namespace

void TimelineModel::show(const IncidentState& state)
{
    const QTimeZone zone = state.zone();
    const bool sameNames = zone == m_zone && state.people == m_people && state.playbook == m_playbook;
    const std::vector<TimelineRow> none;
    const std::vector<TimelineRow>& earlier = sameNames ? rows() : none;
    const int kept = rowsKept(state, earlier);
    const bool otherTimes = zone != m_zone && rowCount() > 0;
    m_zone = zone;
    setRows(timelineRows(state, earlier, kept), kept);
    if (otherTimes && rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    m_people = state.people;
    m_playbook = state.playbook;
}

int TimelineModel::rowOf(EntryId entry) const
{
    const auto found = std::ranges::find(rows(), entry, &TimelineRow::key);
    return found == rows().end() ? -1 : int(found - rows().begin());
}

int TimelineModel::lastRowOfAct(EntryId act) const
{
    const auto found =
        std::find_if(rows().rbegin(), rows().rend(), [act](const TimelineRow& row) { return row.entry->act == act; });
    return found == rows().rend() ? -1 : int(rows().rend() - found) - 1;
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    const TimelineRow* found = rowAt(index);
    if (!found)
        return {};
    const TimelineRow& row = *found;
    const Entry& entry = *row.entry;
    switch (role) {
    case EntryRole:
        return QVariant::fromValue(row.entry);
    case EntryIdRole:
        return entry.id.uuid;
    case ActRole:
        return entry.act.uuid;
    case KindRole:
        return row.word;
    case TimeRole:
        return toDateTime(entry.occurredAt(), m_zone);
    case DayRole:
        return row.day;
    case NewDayRole:
        return row.newDay;
    case ByRole:
        return row.by;
    case AuthorRole:
        return row.author;
    case NumberRole:
        return entry.number;
    case PinnedRole:
        return entry.pinned;
    case SensitiveRole:
        return entry.sensitive;
    case StateRole:
        return stateOf(entry);
    case LateRole:
        return entry.recordedAt - entry.occurredAt() > lateAfter;
    case KeyRole:
        return row.isKey;
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{EntryIdRole, "entryId"}, {ActRole, "act"}, {KindRole, "kind"}, {TimeRole, "time"}, {DayRole, "day"},
        {NewDayRole, "newDay"}, {ByRole, "by"}, {AuthorRole, "author"}, {NumberRole, "number"}, {PinnedRole, "pinned"},
        {SensitiveRole, "sensitive"}, {StateRole, "state"}, {LateRole, "late"}, {KeyRole, "key"}};
}

} // namespace warroom::views
