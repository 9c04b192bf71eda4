// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/fold.h"
#include "playbook/playbook.h"

#include <QString>

/// A state told entry by entry, for what shows it.
namespace warroom::tests {

/// On 31 January 2026, UTC: "14:23" or "14:23:30".
Instant at(const QString& time);

/// P0 and P1, four statuses, a commander and a scribe, alice and carol and dave.
playbook::Playbook team();

class Told
{
public:
    /// Declared as P0 at 14:23 by Carol.
    static Told declared();

    /// Alice, Carol or Dave, by handle.
    static PersonId person(const QString& handle) { return rosterPersonId(handle); }

    /// Adds an entry and gives its id; `by` is a handle. The act of each entry is itself.
    EntryId say(const QString& time, const incident::Body& body, const QString& by = QStringLiteral("carol"));
    EntryId note(const QString& time, const QString& text);
    void redact(EntryId entry);

    incident::IncidentState state() const { return incident::fold(m_events); }

private:
    std::vector<incident::Event> m_events;
};

} // namespace warroom::tests
