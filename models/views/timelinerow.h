// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

#include <QDate>
#include <QString>

#include <vector>

namespace warroom::views {

/// One row of the timeline: an entry with what its neighbours and the people's names make of it.
struct TimelineRow {
    incident::EntryPtr entry;
    QString word;
    QDate day; ///< In the incident's zone.
    bool newDay = false; ///< Another day than the row above.
    QString by; ///< Empty: redacted.
    QString author;
    bool isKey = false; ///< The post-mortem tells the story with it.

    EntryId key() const { return entry->id; }
    bool operator==(const TimelineRow& other) const;
};

/// How many of the rows, made with the same people and zone, are still the first ones of this state.
int rowsKept(const incident::IncidentState& state, const std::vector<TimelineRow>& earlier);

/// The rows of a state from `first` on, in the order of the narrative. Of `earlier`, whose rows before `first` are
/// kept, what is still so is taken over.
std::vector<TimelineRow> timelineRows(
    const incident::IncidentState& state, const std::vector<TimelineRow>& earlier = {}, int first = 0);

} // namespace warroom::views
