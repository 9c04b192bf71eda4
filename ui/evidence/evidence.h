// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"
#include "recorder/samplestore.h"

/// What was measured, in a form that leaves the program.
namespace warroom::evidence {

struct File {
    QString name; ///< Without a folder.
    QByteArray bytes;
};

/// What goes with a post-mortem.
struct Evidence {
    QString section; ///< Of the Markdown, which shows the files; empty where nothing was measured.
    std::vector<File> files;
};

/// A picture of each panel with what was decided meanwhile, and all samples as CSV (RFC 4180; times in UTC). The names
/// of the files begin with `name`. Sensitive entries are not among the signs.
Evidence evidenceOf(const incident::IncidentState& state, const playbook::Playbook& playbook,
    const std::vector<recorder::Recorded>& recorded, const QString& name);

/// The Markdown of a post-mortem with its evidence beside it: the files first, so that none is missing from what is
/// written. FileUnwritable.
Result<void> saveWith(const QString& markdown, const QString& path, const incident::IncidentState& state,
    const playbook::Playbook& playbook, const std::vector<recorder::Recorded>& recorded);

} // namespace warroom::evidence
