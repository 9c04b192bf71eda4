// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/postmortem.h"
#include "report/template.h"

namespace warroom::report {

/// Everything a post-mortem's template can name. Sections that are not among the `named` ("section.root_cause") are the
/// rows of `other_sections`, so that nothing that somebody wrote is lost by default.
Context contextOf(const incident::IncidentState& state, const playbook::Playbook& playbook,
    playbook::TimelineChoice timeline, const EntryWording& wording, const QStringList& named);

} // namespace warroom::report
