// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timelinerow.h"

#include "incident/narrative.h"
#include "views/entryword.h"

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

std::vector<TimelineRow> timelineRows(const IncidentState& state, const std::vector<TimelineRow>& earlier)
{
    std::vector<TimelineRow> rows;
    rows.reserve(state.entries.size());
    const QTimeZone zone = state.zone();
    QDate day;
    auto before = earlier.begin();
    for (const EntryPtr& entry : state.entries) {
        if (before != earlier.end() && before->entry == entry) {
            rows.push_back(*before);
        } else {
            const QString word = entryWord(entry->body);
            if (word.isEmpty())
                continue;
            rows.push_back({entry, word, toDateTime(entry->occurredAt(), zone), false, nameOf(state, entry->by),
                nameOf(state, entry->author), incident::isKey(state, *entry)});
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
