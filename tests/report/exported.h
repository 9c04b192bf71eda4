// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/postmortem.h"
#include "report/story.h"

/// The document of a story and what can be read in it.
namespace warroom::tests {

/// The post-mortem, or "refused: " and the detail.
QString exported(const Story& story, playbook::TimelineChoice timeline = playbook::TimelineChoice::Key,
    const playbook::Playbook& playbook = tests::playbook());

/// The rows of the timeline without its head.
std::vector<QStringList> timelineOf(const QString& document);
/// What happened according to those rows.
QStringList eventsOf(const QString& document);

/// The first line of the source that starts so; null without one.
QString lineStarting(const QString& document, const QString& start);

/// Where the two part, as lines with - (wanted) and + (got).
QString difference(const QString& wanted, const QString& got);

} // namespace warroom::tests
