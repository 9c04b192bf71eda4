// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/fold.h"

#include <algorithm>

namespace warroom::incident {

namespace {

std::pair<qint64, EntryId> place(const Event& event) { return {event.envelope.hlc, event.envelope.id}; }
bool earlier(const Event& a, const Event& b) { return place(a) < place(b); }

void sort(std::vector<Event>& events)
{
    // As a rule they come in their order; to find that out is cheaper than to move them.
    if (!std::is_sorted(events.begin(), events.end(), earlier))
        std::sort(events.begin(), events.end(), earlier);
}

IncidentState foldSorted(const std::vector<Event>& events, const Overlay& overlay)
{
    IncidentState state;
    if (!events.empty())
        state.id = events.front().envelope.incident;
    state.entries.reserve(events.size());
    state.byId.reserve(qsizetype(events.size()));
    state.acts.reserve(qsizetype(events.size()));
    for (const Event& event : events)
        apply(state, event, overlay);
    settleMilestones(state);
    if (!events.empty() && !state.declared())
        state.anomalies.push_back({QStringLiteral("not-declared"), events.front().envelope.id});
    return state;
}

} // namespace

IncidentState fold(std::vector<Event> events)
{
    sort(events);
    return foldSorted(events, Overlay::of(events));
}

Log::Change Log::take(std::vector<Event> newer, IncidentState* before)
{
    sort(newer);
    m_seen.reserve(m_seen.size() + qsizetype(newer.size()));
    std::erase_if(newer, [this](const Event& event) {
        const auto known = m_seen.size();
        m_seen.insert(event.envelope.id);
        return m_seen.size() == known;
    });
    if (newer.empty())
        return Change::None;

    const bool first = m_events.empty();
    const bool atEnd = first || earlier(m_events.back(), newer.front());
    const bool alone =
        std::none_of(newer.begin(), newer.end(), [](const Event& event) { return changesOthers(event.body); });
    const auto middle = std::ptrdiff_t(m_events.size());
    if (first)
        m_events = std::move(newer);
    else
        m_events.insert(m_events.end(), std::make_move_iterator(newer.begin()), std::make_move_iterator(newer.end()));
    if (first || !atEnd || !alone || !m_state.declared()) {
        std::inplace_merge(m_events.begin(), m_events.begin() + middle, m_events.end(), earlier);
        m_overlay = Overlay::of(m_events);
        IncidentState state = foldSorted(m_events, m_overlay);
        std::swap(m_state, state);
        if (before)
            *before = std::move(state);
        return first ? Change::Appended : Change::Refolded;
    }
    for (auto it = m_events.begin() + middle; it != m_events.end(); ++it)
        apply(m_state, *it, m_overlay);
    settleMilestones(m_state);
    return Change::Appended;
}

} // namespace warroom::incident
