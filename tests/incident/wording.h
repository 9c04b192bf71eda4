// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/story.h"

/// What was decided and what it adds up to, in words, so that a test's table reads as sentences.
namespace warroom::tests {

/// "severity P2 'half is back'; note 'x' by Bob", "nothing", "refused: UnknownSeverity P9".
QString said(const Outcome& outcome, const incident::IncidentState& state);
/// One body, with people by name, entries as in called().
QString said(const incident::Body& body, const incident::IncidentState& state);
/// "3" for the first entry of act 3, "3+1" for its second, "1:3" for one of store 1.
QString called(EntryId entry);
QString nameOf(PersonId person, const incident::IncidentState& state);
QString word(ErrorCode code);

/// The timeline from top to bottom: "14:00 declared …; 14:05 note 'x' (pinned, retracted)".
QString timeline(const incident::IncidentState& state);
/// The rows below Story::declared().
QString told(const incident::IncidentState& state);
/// "P0 since 14:05".
QString inForce(const incident::Field<QString>& field);
/// "Carol Lee, Bob".
QString holders(const incident::IncidentState& state, const QString& role);
/// Actions and follow-ups: "1 drain, 2 review".
QString numbers(const incident::IncidentState& state);
/// "detected 14:05, declared 14:00".
QString milestones(const incident::IncidentState& state);
/// "severity: 2 over 1:1".
QString conflicts(const incident::IncidentState& state);
/// "unknown-target 3".
QString anomalies(const incident::IncidentState& state);

/// One command of every kind; those that name an entry name `entry`.
std::vector<incident::Command> everyCommand(EntryId entry);

} // namespace warroom::tests
