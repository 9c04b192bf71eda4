// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/clocks.h"

#include <algorithm>
#include <utility>

namespace warroom::incident {

namespace {

Urgency urgency(Milliseconds left, std::chrono::minutes interval)
{
    const Milliseconds soon = std::max<Milliseconds>(Milliseconds(interval) / 5, std::chrono::minutes(2));
    return left < Milliseconds(0) ? Urgency::Over : left <= soon ? Urgency::Soon : Urgency::Calm;
}

Deadline running(Instant due, std::chrono::minutes interval, Instant now)
{
    return {due, interval, urgency(due - now, interval), due - now};
}

std::optional<Deadline> target(
    std::optional<Instant> start, std::chrono::minutes within, std::optional<Instant> reached, Instant now)
{
    if (!start || within.count() == 0)
        return std::nullopt;
    Deadline deadline = running(*start + within, within, reached.value_or(now));
    if (reached && deadline.urgency != Urgency::Over)
        deadline.urgency = Urgency::Met;
    return deadline;
}

AdoptedPlaybook::Severity severityInForce(const IncidentState& state)
{
    const auto* severity = state.playbook.value.severity(state.severity.value);
    return severity ? *severity : AdoptedPlaybook::Severity{};
}

} // namespace

std::optional<Instant> clockStart(const IncidentState& state)
{
    const auto detected = state.milestone(Milestone::Detected);
    return detected ? detected : state.milestone(Milestone::Declared);
}

std::optional<Instant> clockEnd(const IncidentState& state)
{
    const auto resolved = state.milestone(Milestone::Resolved);
    return resolved ? resolved : state.milestone(Milestone::Closed);
}

QString statusBeforeEnd(const IncidentState& state)
{
    QString last;
    if (!clockEnd(state))
        return last;
    for (const auto& [rank, status] : state.statusSteps) {
        if (!state.playbook.value.isEnd(status))
            last = status;
    }
    return last;
}

Milliseconds elapsed(const IncidentState& state, Instant now)
{
    const auto start = clockStart(state);
    return start ? std::max(clockEnd(state).value_or(now) - *start, Milliseconds(0)) : Milliseconds(0);
}

Deadline timer(Instant ends, std::chrono::minutes length, Instant now)
{
    Deadline deadline = running(ends, length, now);
    if (deadline.urgency == Urgency::Soon && deadline.left > Milliseconds(length) / 2)
        deadline.urgency = Urgency::Calm;
    return deadline;
}

std::chrono::minutes cadence(const IncidentState& state, const QString& audience)
{
    const auto set = state.cadences.constFind(audience);
    return set != state.cadences.cend() && set->set() ? set->value : severityInForce(state).updateEvery;
}

std::optional<Deadline> nextUpdate(const IncidentState& state, const QString& audience, Instant now)
{
    const std::chrono::minutes every = audience.isEmpty() ? cadence(state) : std::chrono::minutes(0);
    const auto declared = state.milestone(Milestone::Declared);
    if (!declared || clockEnd(state))
        return std::nullopt;
    Instant last = *declared;
    std::optional<Instant> promised;
    for (const Update& update : state.updates) {
        if (update.audience == audience && update.sentAt >= last) {
            last = update.sentAt;
            promised = update.nextDue;
        }
    }
    if (promised)
        return running(*promised, std::chrono::duration_cast<std::chrono::minutes>(*promised - last), now);
    if (every.count() == 0)
        return std::nullopt;
    return running(last + every, every, now);
}

QString nextAudience(const IncidentState& state, Instant now)
{
    QString first;
    std::optional<Deadline> soonest = nextUpdate(state, first, now);
    QStringList others;
    for (const Update& update : state.updates) {
        if (!update.audience.isEmpty() && !others.contains(update.audience))
            others += update.audience;
    }
    for (const QString& audience : std::as_const(others)) {
        const std::optional<Deadline> due = nextUpdate(state, audience, now);
        if (due && (!soonest || due->due < soonest->due)) {
            first = audience;
            soonest = due;
        }
    }
    return first;
}

std::optional<Deadline> nextUpdate(const IncidentState& state, Instant now)
{
    return nextUpdate(state, nextAudience(state, now), now);
}

std::optional<Deadline> resolveTarget(const IncidentState& state, Instant now)
{
    return target(clockStart(state), severityInForce(state).resolveWithin, state.milestone(Milestone::Resolved), now);
}

std::optional<Deadline> respondTarget(const IncidentState& state, Instant now)
{
    return target(
        clockStart(state), severityInForce(state).respondWithin, state.milestone(Milestone::Acknowledged), now);
}

std::vector<Anomaly> anomalies(const IncidentState& state, Instant now)
{
    std::vector<Anomaly> all = state.anomalies;
    for (const EntryPtr& entry : state.entries) {
        if (fromMs(entry->rank.hlc >> 16) > now + farAhead)
            all.push_back({QStringLiteral("clock-ahead"), entry->id});
    }
    return all;
}

std::optional<Milliseconds> between(const IncidentState& state, Milestone from, Milestone to)
{
    const auto start = state.milestone(from);
    const auto end = state.milestone(to);
    return start && end ? std::optional(*end - *start) : std::nullopt;
}

} // namespace warroom::incident
