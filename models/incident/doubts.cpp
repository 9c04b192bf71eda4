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
std::optional<Milestone> laterPredecessor(const MilestoneTimes& times, const Order& order, Milestone milestone)
{
    std::optional<Milestone> latest;
    Instant at = times.value(milestone);
    for (auto earlier = order.begin(); *earlier != milestone; ++earlier) {
        if (times.contains(*earlier) && times[*earlier] > at) {
            latest = *earlier;
            at = times[*earlier];
        }
    }
    return latest;
}

class Look
{
public:
    Look(const MilestoneTimes& times, bool falseAlarm, Instant now)
        : m_times(times), m_falseAlarm(falseAlarm), m_now(now)
    {
    }

    std::optional<Doubt> at(Milestone milestone) const
    {
        if (!m_times.contains(milestone))
            return missing(milestone);
        if (m_times[milestone] > m_now + tolerated)
            return Doubt{milestone, Doubt::Kind::Ahead, milestone};
        if (const auto far = daysOff(milestone))
            return far;
        return tooEarly(milestone);
    }

private:
    std::optional<Doubt> missing(Milestone milestone) const
    {
        // When it began and was noticed matters for the figures at the end, not while it lasts.
        const bool early = milestone < Milestone::Declared && !m_times.contains(Milestone::Resolved);
        const auto place = std::ranges::find(course, milestone);
        if (early || place == course.end() || m_falseAlarm)
            return std::nullopt;
        const auto next =
            std::find_if(place, course.end(), [this](Milestone later) { return m_times.contains(later); });
        if (next == course.end())
            return std::nullopt;
        return Doubt{milestone, Doubt::Kind::Missing, *next};
    }

    std::optional<Doubt> daysOff(Milestone milestone) const
    {
        if (!m_times.contains(Milestone::Declared) || milestone == Milestone::Declared
            || milestone == Milestone::Closed)
            return std::nullopt;
        const bool atStart = milestone < Milestone::Mitigated;
        const Milliseconds after = m_times[milestone] - m_times[Milestone::Declared];
        const bool off = after < Milliseconds(0) ? -after >= dayOff : after >= (atStart ? dayOff : yearOff);
        return off ? std::optional(Doubt{milestone, Doubt::Kind::DaysOff, Milestone::Declared}) : std::nullopt;
    }

    std::optional<Doubt> tooEarly(Milestone milestone) const
    {
        std::optional<Milestone> against;
        if (std::ranges::find(course, milestone) != course.end())
            against = laterPredecessor(m_times, course, milestone);
        if (!against && std::ranges::find(paper, milestone) != paper.end())
            against = laterPredecessor(m_times, paper, milestone);
        return against ? std::optional(Doubt{milestone, Doubt::Kind::TooEarly, *against}) : std::nullopt;
    }

    const MilestoneTimes& m_times;
    bool m_falseAlarm;
    Instant m_now;
};

} // namespace

MilestoneTimes milestoneTimes(const IncidentState& state)
{
    MilestoneTimes times;
    for (const Milestone milestone : playbook::allMilestones) {
        if (const auto reached = state.milestone(milestone))
            times.insert(milestone, *reached);
    }
    return times;
}

std::vector<Doubt> milestoneDoubts(const MilestoneTimes& times, bool falseAlarm, Instant now)
{
    const Look look(times, falseAlarm, now);
    std::vector<Doubt> doubts;
    for (const Milestone milestone : playbook::allMilestones) {
        if (const auto doubt = look.at(milestone))
            doubts.push_back(*doubt);
    }
    return doubts;
}

} // namespace warroom::incident
