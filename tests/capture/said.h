// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"

#include <QTest>

/// An incident to say something in, and what was understood in words.
namespace warroom::tests {

/// "2026-01-31T14:45:41" in UTC.
Instant at(const QString& iso);

/// A declared incident with a roster of Alice, Carol and Dave, first key at 14:45:41 on 31 January 2026.
class Room
{
public:
    Room();
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;

    playbook::Playbook playbook;
    incident::IncidentState state;
    capture::Situation situation;

    void firstKey(const QString& iso);
    PersonId meet(const QString& name, const QString& handle, const QString& rosterKey = {});
    EntryId assign(int number);
    EntryId propose(int number);
    /// The first or the second runbook, of two steps.
    EntryId takeUp(int number);
    /// The first step of the last one asks.
    void ask(const QStringList& answers);
    capture::Reading read(const QString& line) const { return capture::read(line, situation); }
};

/// "decision by Alice Chen", "action, owner Dave Wong, timer 10 min", "severity P1", "UnknownKind /tmp; again: note",
/// "refused: BadDate tomorrow".
QString said(const capture::Reading& reading);
/// "14:31:00", or with the date on another day.
QString timeSaid(const capture::Reading& reading);
/// "[When|-5m][Text| ][Verb|/sev]"
QString spansSaid(const QString& line, const capture::Reading& reading);
QString word(ErrorCode code);

/// What a line is expected to be read as, as rows of a test's data.
void addLineColumns();
void addLine(const char* line, const char* when, const char* as, const char* text = "");
/// Reads and compares the current row.
void compareLine(const Room& room);

} // namespace warroom::tests
