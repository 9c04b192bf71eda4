// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

/// The clocks of an incident, computed from its state and the time; nothing of them is stored.
namespace warroom::incident {

/// Where the incident's own clock starts: detected, else declared.
std::optional<Instant> clockStart(const IncidentState& state);
/// Where it stops: resolved, else closed; none while it runs.
std::optional<Instant> clockEnd(const IncidentState& state);

/// The last status before the incident ended, to open it again with; empty while it runs.
QString statusBeforeEnd(const IncidentState& state);

/// From the start until the end or now; never negative.
Milliseconds elapsed(const IncidentState& state, Instant now);

enum class Urgency { None, Calm, Soon, Over, Met };

/// Something that falls due.
struct Deadline {
    Instant due{};
    std::chrono::minutes interval{0}; ///< What it was counted from: cadence or target.
    Urgency urgency = Urgency::None; ///< Soon: the last fifth of the interval, at least two minutes.
    Milliseconds left{0}; ///< Negative when it is over.
    bool operator==(const Deadline&) const = default;
};

/// The next status update to that audience: from the last one sent to it. Everybody waits from the declaration on, by
/// the cadence; others only for what was promised to them. None after resolve and where there is no cadence.
std::optional<Deadline> nextUpdate(const IncidentState& state, const QString& audience, Instant now);
/// Who is to hear next: the audience whose update falls due first.
QString nextAudience(const IncidentState& state, Instant now);
/// The next status update to them.
std::optional<Deadline> nextUpdate(const IncidentState& state, Instant now);
/// The severity's resolve target from the clock's start; Met or Over once resolved.
std::optional<Deadline> resolveTarget(const IncidentState& state, Instant now);
/// The severity's respond target from the clock's start; Met or Over once acknowledged.
std::optional<Deadline> respondTarget(const IncidentState& state, Instant now);

/// Of an action. Soon is at most the second half of a timer that is short.
Deadline timer(Instant ends, std::chrono::minutes length, Instant now);

/// The cadence in force; zero: none.
std::chrono::minutes cadence(const IncidentState& state, const QString& audience = {});

/// Entries whose log clock is ahead of this machine's by more are kept, and later ones do not go on from there.
inline constexpr std::chrono::hours farAhead{24};
/// What is odd in the log: the state's anomalies, and "clock-ahead" for every entry that is far ahead of now.
std::vector<Anomaly> anomalies(const IncidentState& state, Instant now);

/// Between two milestones, where both are known.
std::optional<Milliseconds> between(const IncidentState& state, Milestone from, Milestone to);

} // namespace warroom::incident
