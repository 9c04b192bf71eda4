// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/command.h"
#include "incident/state.h"

#include <vector>

namespace warroom::incident {

/// An entry before it has its place in the log.
struct Draft {
    Body body;
    PersonId actor;
    std::optional<PersonId> by;
    Instant occurredAt;
    std::optional<EntryId> basis;

    bool operator==(const Draft&) const = default;
};

/// Characters that one text may hold.
inline constexpr int maxProse = 100'000;
/// How far ahead of the clock something may be said to have happened.
inline constexpr std::chrono::minutes maxAhead{2};

/// All rules. Gives the entries that the command writes, in order (none: it is already so), or a refusal. Draft n gets
/// the id following(submission.act, n). `now` is the author's clock.
Result<std::vector<Draft>> decide(const IncidentState& state, const Submission& submission, Instant now);

/// Whether two decisions about one command say the same; what each author had seen before it does not count.
bool sameDecision(const std::vector<Draft>& a, const std::vector<Draft>& b);

} // namespace warroom::incident
