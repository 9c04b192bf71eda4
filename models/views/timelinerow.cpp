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

/// Days in a zone; those who ask in the order of time ask Qt once a day.
class Days
{
public:
    explicit Days(const QTimeZone& zone) : m_zone(zone) { }

    QDate of(Instant moment)
    {
        if (moment < m_begin || moment >= m_end) {
            m_day = toDateTime(moment, m_zone).date();
            m_begin = toInstant(m_day.startOfDay(m_zone));
            m_end = toInstant(m_day.addDays(1).startOfDay(m_zone));
        }
        return m_day;
    }

private:
    QTimeZone m_zone;
    QDate m_day;
    Instant m_begin;
    Instant m_end; ///< Behind it.
};

} // namespace

bool TimelineRow::operator==(const TimelineRow& other) const
{
    return (entry == other.entry || *entry == *other.entry) && newDay == other.newDay && by == other.by
        && author == other.author && day == other.day && isKey == other.isKey;
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
    Days days(state.zone());
    QDate day = first > 0 ? earlier[std::size_t(first) - 1].day : QDate();
    auto before = earlier.begin() + first;
    for (auto at = state.entries.begin() + first; at != state.entries.end(); ++at) {
        const EntryPtr& entry = *at;
        if (before != earlier.end() && before->entry == entry) {
            rows.push_back(*before);
        } else {
            rows.push_back({entry, entryWord(entry->body), days.of(entry->occurredAt()), false,
                nameOf(state, entry->by), nameOf(state, entry->author), incident::isKey(state, *entry)});
        }
        if (before != earlier.end() && before->key() == entry->id)
            ++before;
        TimelineRow& row = rows.back();
        row.newDay = day.isValid() && day != row.day;
        day = row.day;
    }
    return rows;
}

} // namespace warroom::views
