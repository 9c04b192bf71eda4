// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/apply.h"
#include "incident/state.h"

#include <QSet>

#include <vector>

namespace warroom::incident {

/// The state that the entries of one incident add up to, whatever their order here. Total: it never fails and never
/// judges; what does not make sense is counted in `anomalies`, so that tightening a rule never breaks an old log.
IncidentState fold(std::vector<Event> events);

/// The entries of one incident seen so far and what they add up to.
class Log
{
public:
    enum class Change {
        None,
        Appended, ///< No older entry shows differently but by its flags and numbers.
        Refolded, ///< Anything may show differently.
    };

    /// Takes in entries not seen before; the state is then fold() of all of them. `before` becomes what it was where
    /// it is folded anew: an append leaves all of it but what it adds, so nobody has to copy it for that.
    Change take(std::vector<Event> newer, IncidentState* before = nullptr);

    const IncidentState& state() const { return m_state; }
    /// By (hlc, id).
    const std::vector<Event>& events() const { return m_events; }

private:
    std::vector<Event> m_events;
    QSet<EntryId> m_seen;
    Overlay m_overlay;
    IncidentState m_state;
};

} // namespace warroom::incident
