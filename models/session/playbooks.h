// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "journal/store.h"
#include "playbook/playbook.h"

namespace warroom::session {

/// A playbook with the file it was read from.
struct LoadedPlaybook {
    playbook::Playbook playbook;
    QByteArray bytes;
};

/// The playbook that the incident adopted, word for word from the log's contents; where that was redacted or cannot
/// be read any more, its numbers and ids as the facts hold them.
Result<LoadedPlaybook> playbookOf(const incident::IncidentState& state, journal::Store& store);

} // namespace warroom::session
