// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

#include <vector>

namespace warroom::incident {

/// Something about a milestone that is worth a look. Nothing is refused for it: a log in a hurry is better than none.
struct Doubt {
    enum class Kind {
        Missing, ///< One that comes after it was reached.
        TooEarly, ///< Before `against`, which comes first.
        Ahead, ///< In the future.
        DaysOff, ///< A day or more before the declaration, or far behind what comes before it: a wrong date as a rule.
    };

    Milestone milestone{};
    Kind kind = Kind::Missing;
    Milestone against{}; ///< What it was held against; itself where it is ahead.
    bool operator==(const Doubt&) const = default;
};

using MilestoneTimes = QMap<Milestone, Instant>;
/// Those that were reached.
MilestoneTimes milestoneTimes(const IncidentState& state);

/// In the order of the milestones. A time is ahead when it is more than two minutes after now. In a false alarm nothing
/// is missing.
std::vector<Doubt> milestoneDoubts(const MilestoneTimes& times, bool falseAlarm, Instant now);

} // namespace warroom::incident
