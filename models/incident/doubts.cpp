// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/doubts.h"

#include <algorithm>
#include <array>

namespace warroom::incident {

namespace {

/// As the line allows when it is typed.
constexpr std::chrono::minutes tolerated{2};
/// Nobody notices an outage a day late as a rule; whoever types yesterday's or last year's date means today.
constexpr std::chrono::hours dayOff{20};
constexpr std::chrono::hours yearOff{300 * 24};

/// Each comes after those before it. When it was declared is a matter of paper: somebody may have acknowledged and
/// mitigated long before.
constexpr std::array course{Milestone::ImpactStarted, Milestone::Detected, Milestone::Acknowledged,
    Milestone::Mitigated, Milestone::Resolved, Milestone::Closed};
constexpr std::array paper{Milestone::Detected, Milestone::Declared, Milestone::Resolved, Milestone::Closed};

/// The latest before `milestone` in `order` that was reached and stands behind it in time.
template<typename Order>
std::optional<Milestone> laterPredecessor(const IncidentState& state, const Order& order, Milestone milestone)
{
    const auto at = state.milestone(milestone);
    std::optional<Milestone> latest;
    for (auto earlier = order.begin(); at && *earlier != milestone; ++earlier) {
        const auto before = state.milestone(*earlier);
        if (before && *before > *at && (!latest || *before > *state.milestone(*latest)))
            latest = *earlier;
    }
    return latest;
}

class Look
{
public:
    Look(const IncidentState& state, Instant now) : m_state(state), m_now(now) { }

    std::optional<Doubt> at(Milestone milestone) const
    {
        const auto reached = m_state.milestone(milestone);
        if (!reached)
            return missing(milestone);
        if (*reached > m_now + tolerated)
            return Doubt{milestone, Doubt::Kind::Ahead, milestone};
        if (const auto far = daysOff(milestone, *reached))
            return far;
        return tooEarly(milestone);
    }

private:
    std::optional<Doubt> missing(Milestone milestone) const
    {
        // When it began and was noticed matters for the figures at the end, not while it lasts.
        const bool early = milestone < Milestone::Declared && !m_state.milestone(Milestone::Resolved);
        const auto place = std::ranges::find(course, milestone);
        if (early || place == course.end() || m_state.falseAlarm)
            return std::nullopt;
        const auto next = std::find_if(
            place, course.end(), [this](Milestone later) { return m_state.milestone(later).has_value(); });
        if (next == course.end())
            return std::nullopt;
        return Doubt{milestone, Doubt::Kind::Missing, *next};
    }

    std::optional<Doubt> daysOff(Milestone milestone, Instant reached) const
    {
        const auto declared = m_state.milestone(Milestone::Declared);
        if (!declared || milestone == Milestone::Declared || milestone == Milestone::Closed)
            return std::nullopt;
        const bool atStart = milestone < Milestone::Mitigated;
        const Milliseconds apart = reached < *declared ? *declared - reached : reached - *declared;
        const bool off = reached < *declared ? apart >= dayOff : apart >= (atStart ? dayOff : yearOff);
        return off ? std::optional(Doubt{milestone, Doubt::Kind::DaysOff, Milestone::Declared}) : std::nullopt;
    }

    std::optional<Doubt> tooEarly(Milestone milestone) const
    {
        std::optional<Milestone> against;
        if (std::ranges::find(course, milestone) != course.end())
            against = laterPredecessor(m_state, course, milestone);
        if (!against && std::ranges::find(paper, milestone) != paper.end())
            against = laterPredecessor(m_state, paper, milestone);
        return against ? std::optional(Doubt{milestone, Doubt::Kind::TooEarly, *against}) : std::nullopt;
    }

    const IncidentState& m_state;
    Instant m_now;
};

} // namespace

std::vector<Doubt> milestoneDoubts(const IncidentState& state, Instant now)
{
    const Look look(state, now);
    std::vector<Doubt> doubts;
    for (const Milestone milestone : playbook::allMilestones) {
        if (const auto doubt = look.at(milestone))
            doubts.push_back(*doubt);
    }
    return doubts;
}

} // namespace warroom::incident
