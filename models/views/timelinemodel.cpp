// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timelinemodel.h"

#include "views/keyeddiff.h"

#include <algorithm>

namespace warroom::views {

using namespace incident;

namespace {

constexpr std::chrono::minutes lateAfter{2};

std::vector<EntryId> keysOf(const std::vector<TimelineRow>& rows)
{
    std::vector<EntryId> keys;
    keys.reserve(rows.size());
    std::ranges::transform(rows, std::back_inserter(keys), &TimelineRow::key);
    return keys;
}

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
    std::vector<TimelineRow> rows = timelineRows(state);
    arrange(rows);
    replaceChanged(std::move(rows));
}

void TimelineModel::arrange(const std::vector<TimelineRow>& rows)
{
    for (const DiffStep& step : keyedDiff(keysOf(m_rows), keysOf(rows))) {
        const auto at = m_rows.begin() + step.at;
        switch (step.kind) {
        case DiffStep::Kind::Remove:
            beginRemoveRows({}, step.at, step.at + step.count - 1);
            m_rows.erase(at, at + step.count);
            endRemoveRows();
            break;
        case DiffStep::Kind::Insert:
            beginInsertRows({}, step.at, step.at + step.count - 1);
            m_rows.insert(at, rows.begin() + step.from, rows.begin() + step.from + step.count);
            endInsertRows();
            break;
        case DiffStep::Kind::Move:
            // Qt counts the destination before the row is taken out.
            beginMoveRows({}, step.from, step.from, {}, step.from < step.at ? step.at + 1 : step.at);
            if (step.from < step.at)
                std::rotate(m_rows.begin() + step.from, m_rows.begin() + step.from + 1, at + 1);
            else
                std::rotate(at, m_rows.begin() + step.from, m_rows.begin() + step.from + 1);
            endMoveRows();
            break;
        }
    }
}

void TimelineModel::replaceChanged(std::vector<TimelineRow> rows)
{
    const int count = int(rows.size());
    for (int first = 0; first < count;) {
        int last = first;
        while (last < count && !(m_rows[std::size_t(last)] == rows[std::size_t(last)])) {
            m_rows[std::size_t(last)] = std::move(rows[std::size_t(last)]);
            ++last;
        }
        if (last > first)
            Q_EMIT dataChanged(index(first), index(last - 1));
        first = last + 1;
    }
}

int TimelineModel::rowOf(EntryId entry) const
{
    const auto found = std::ranges::find(m_rows, entry, &TimelineRow::key);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TimelineModel::lastRowOfAct(EntryId act) const
{
    const auto found =
        std::find_if(m_rows.rbegin(), m_rows.rend(), [act](const TimelineRow& row) { return row.entry->act == act; });
    return found == m_rows.rend() ? -1 : int(m_rows.rend() - found) - 1;
}

int TimelineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineRow& row = m_rows[std::size_t(index.row())];
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
        return row.time;
    case DayRole:
        return row.time.date();
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
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{EntryIdRole, "entryId"}, {ActRole, "act"}, {KindRole, "kind"}, {TimeRole, "time"}, {DayRole, "day"},
        {NewDayRole, "newDay"}, {ByRole, "by"}, {AuthorRole, "author"}, {NumberRole, "number"}, {PinnedRole, "pinned"},
        {SensitiveRole, "sensitive"}, {StateRole, "state"}, {LateRole, "late"}};
}

} // namespace warroom::views
