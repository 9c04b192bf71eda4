// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/command.h"
#include "incident/state.h"

/// What somebody said last, and how it is said again once it was taken back.
namespace warroom::incident {

/// What a command was said with.
struct Saying {
    Command command;
    Instant occurredAt{};
    std::optional<PersonRef> by; ///< None: whoever typed it.
    bool operator==(const Saying&) const = default;
};

/// The command that says this entry again, as it was amended, pinned and marked as sensitive; none where there is no
/// way back, as for a declaration, what only keeps the books, and what was redacted.
std::optional<Command> commandFor(const Entry& entry);

/// All that the act said, in its order; as one command where it was one status update.
std::vector<Saying> sayAgain(const IncidentState& state, EntryId act);

/// The last act in the timeline that this person typed at that moment or later and that can be taken back.
std::optional<EntryId> lastAct(const IncidentState& state, PersonId author, Instant since);

/// Whether its text can be said anew.
bool canAmend(const Entry& entry);
/// The last entry of this person whose text can be said anew; null where there is none.
const Entry* lastToAmend(const IncidentState& state, PersonId author);

} // namespace warroom::incident
