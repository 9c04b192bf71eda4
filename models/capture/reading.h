// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/command.h"
#include "incident/state.h"
#include "playbook/playbook.h"

#include <QString>

#include <optional>
#include <vector>

/// The line: what a person types, read the same way in the windows and on the command line.
namespace warroom::capture {

/// What a line is read against.
struct Situation {
    Instant firstKey{}; ///< When the first key was typed; what has no time of its own happened then.
    Instant now{};
    QTimeZone zone = QTimeZone::utc();
    const playbook::Playbook* playbook = nullptr; ///< The incident's, or the one that a declaration would use.
    QByteArray playbookBytes; ///< The file of that playbook.
    const incident::IncidentState* state = nullptr; ///< Null: no incident yet.
    EntryId runbook; ///< The one in view, whose steps a number means; null: the one that was taken up last.
    QString elsewhere; ///< Then: the ways to those that are open; may be empty.
    bool declaring = false; ///< A declaration was said and is not on disk yet: what comes next is about it.
};

enum class SpanKind { Text, Escape, When, Kind, Verb, Person, NewPerson, Argument, Unknown };

/// A piece of the line and what it was taken for. Spans are in order, do not overlap and cover the whole line.
struct Span {
    int start = 0;
    int length = 0;
    SpanKind kind = SpanKind::Text;
    bool operator==(const Span&) const = default;
};

enum class Verdict {
    Empty, ///< Nothing to log.
    Ready, ///< Enter logs `command`.
    Confirm, ///< The first Enter shows `problem`, the second logs `command`.
    Refused, ///< `problem` says why; Enter does not pass.
};

/// A line as it will be logged.
struct Reading {
    Verdict verdict = Verdict::Empty;
    std::optional<Error> problem;
    Instant occurredAt{};
    bool timeTyped = false;
    bool otherDay = false; ///< The time lies on another day of the incident's zone than the first key: show the date.
    QString kind; ///< "note", "decision", "action", "hypothesis", "question", "link"; empty for a verb.
    QString verb; ///< "sev", "role", ...; empty for a kind.
    std::optional<incident::PersonRef> by;
    std::optional<incident::PersonRef> owner; ///< Of an action or follow-up, or who takes a role.
    bool newPerson = false; ///< Somebody named here is not known yet.
    std::vector<QString> candidates; ///< The handles that an ambiguous @name may stand for.
    std::optional<std::chrono::minutes> timer;
    QString text;
    std::vector<Span> spans;
    std::optional<incident::Command> command; ///< With Ready and Confirm.
};

/// Reads one line (or a text of several) after the nine rules of the line's grammar. Pure; never fails.
Reading read(const QString& line, const Situation& situation);

/// A moment as the line's grammar has it.
struct When {
    Instant instant{};
    bool otherDay = false;
    bool operator==(const When&) const = default;
};

/// "-5m", "14:31", "yesterday 23:50", "2026-01-31T12:00Z". The error is BadTime, SkippedTime or FutureTime with the
/// text as detail. A local time that occurs twice is the first.
Result<When> readWhen(const QString& text, const Situation& situation);

} // namespace warroom::capture
