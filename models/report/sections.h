// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"

#include <vector>

namespace warroom::report {

/// A part of the document that people write.
struct SectionText {
    QString id;
    QString heading; ///< Plain.
    QString markdown; ///< `unwritten` where nobody wrote it.
};

/// Those of the playbook in its order, those the built-in template has besides, and whatever else was written.
std::vector<SectionText> sections(const incident::IncidentState& state, const playbook::Playbook& playbook);

} // namespace warroom::report
