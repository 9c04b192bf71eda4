// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/state.h"
#include "playbook/playbook.h"

#include <QString>

#include <functional>

/// State to text that leaves the program.
namespace warroom::report {

/// What one entry says, as one plain text in the reader's language: "Severity P0 → P1: half is back".
using EntryWording = std::function<QString(const incident::Entry&)>;

/// The post-mortem as Markdown. `timeline` is the playbook's choice unless the caller wants all. The same input gives
/// the same bytes. Nothing that people typed becomes markup: read as CommonMark with tables, every cell and block
/// says what was logged. BadTemplate with the unknown name as detail when the playbook's template has one.
Result<QString> postMortem(const incident::IncidentState& state, const playbook::Playbook& playbook,
    playbook::TimelineChoice timeline, const EntryWording& wording);

/// When the playbook wants it, counted from resolved. None: it is not resolved, or there is no deadline.
std::optional<Instant> postMortemDue(const incident::IncidentState& state, const playbook::Playbook& playbook);

} // namespace warroom::report
