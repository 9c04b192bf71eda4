// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <vector>

namespace warroom::views {

/// One step from an old list of keys to a new one. Steps are carried out in order; positions are those of the list as
/// it stands at that step.
struct DiffStep {
    enum class Kind { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    int at = 0; ///< First row removed, row before which is inserted or to which is moved (counted after taking out).
    int count = 1; ///< Of a removal or insertion.
    int from = 0; ///< Row that moves; of an insertion the index of its first key in the new list.

    bool operator==(const DiffStep&) const = default;
};

/// The steps that turn one list of distinct keys into another. What keeps its order relative to most others stays
/// where it is, so that one entry with a new time is one move.
std::vector<DiffStep> keyedDiff(std::vector<EntryId> from, const std::vector<EntryId>& to);

} // namespace warroom::views
