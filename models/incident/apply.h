// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

#include <QHash>
#include <QSet>

namespace warroom::incident {

/// What later entries say about earlier ones; needed before any of them can be applied.
struct Overlay {
    struct Amendment {
        std::optional<Instant> occurredAt;
        std::optional<QString> text;
    };
    QHash<EntryId, Amendment> amendments;
    QSet<EntryId> retractedActs;
    QSet<EntryId> redacted;

    static Overlay of(const std::vector<Event>& events);
    bool retracts(const Event& event) const;
};

/// Whether an entry changes how older ones show, so that they have to be applied anew.
bool changesOthers(const Body& body);

/// The name of a flag as a field that may be in conflict.
/// The field of a step's mark.
QString stepField(EntryId runbook, int step);
QString flagField(EntryId entry, Flag flag);
/// The field of what an alert does, each time that it fires.
QString alertField(const QString& fingerprint, Instant startsAt);

/// Applies one entry; to be called in the order of (hlc, id).
void apply(IncidentState& state, const Event& event, const Overlay& overlay);

/// Derives the milestones from what was said and from the way of the status; to be called when all is applied.
void settleMilestones(IncidentState& state);

} // namespace warroom::incident
