// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timelinerow.h"

#include "incident/narrative.h"
#include "views/entryword.h"

#include <algorithm>

namespace warroom::views {

using namespace incident;

namespace {

QString nameOf(const IncidentState& state, PersonId id)
{
    const Person* person = state.person(id);
    return person ? person->shown() : QString();
}

} // namespace

bool TimelineRow::operator==(const TimelineRow& other) const
{
    return (entry == other.entry || *entry == *other.entry) && newDay == other.newDay && by == other.by
        && author == other.author && time == other.time && isKey == other.isKey;
}

int rowsKept(const IncidentState& state, const std::vector<TimelineRow>& earlier)
{
    const auto end = std::ranges::mismatch(earlier, state.entries, {}, &TimelineRow::entry).in1;
    return int(end - earlier.begin());
}

std::vector<TimelineRow> timelineRows(const IncidentState& state, const std::vector<TimelineRow>& earlier, int first)
{
    std::vector<TimelineRow> rows;
    rows.reserve(state.entries.size() - std::size_t(first));
    const QTimeZone zone = state.zone();
    QDate day = first > 0 ? earlier[std::size_t(first) - 1].time.date() : QDate();
    auto before = earlier.begin() + first;
    for (auto at = state.entries.begin() + first; at != state.entries.end(); ++at) {
        const EntryPtr& entry = *at;
        if (before != earlier.end() && before->entry == entry) {
            rows.push_back(*before);
        } else {
            rows.push_back({entry, entryWord(entry->body), toDateTime(entry->occurredAt(), zone), false,
                nameOf(state, entry->by), nameOf(state, entry->author), incident::isKey(state, *entry)});
        }
        if (before != earlier.end() && before->key() == entry->id)
            ++before;
        TimelineRow& row = rows.back();
        row.newDay = day.isValid() && day != row.time.date();
        day = row.time.date();
    }
    return rows;
}

} // namespace warroom::views
