// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"

#include <QString>

#include <vector>

namespace warroom::words {

/// A piece of a text, in UTF-16 units.
struct Range {
    int start = 0;
    int length = 0;
    bool operator==(const Range&) const = default;
};

/// A plain text and the pieces of it to be set in strong type or in a colour.
struct Sentence {
    QString text;
    std::vector<Range> strong;
    std::vector<Range> missing{}; ///< A word that says what nobody has done yet, in the colour of alarm.
    bool operator==(const Sentence&) const = default;
};

/// What sort of entry it is, in a word: "Declared", "Note", "Update #1".
QString kind(const incident::Entry& entry);
/// The same for what has no number yet: "Note", "Update".
QString kind(const incident::Body& body);

/// What the entry says. Of a note, decision, hypothesis, question, link, impact or update it is exactly the text that
/// was logged; people's text is never altered here, see visible().
Sentence sentence(
    const incident::Entry& entry, const incident::IncidentState& state, const playbook::Playbook& playbook);

/// The person as shown everywhere: name, else handle; "[redacted]" where both are gone.
QString person(const incident::IncidentState& state, PersonId id);
/// The text of a field, "[redacted]" where it was; empty where nobody said it.
QString text(const incident::Field<QString>& field);
/// The role's name, else its id.
QString role(const playbook::Playbook& playbook, const QString& id);
/// "Impact started", "Detected", ...
QString milestone(playbook::Milestone milestone);
/// "open", "begun", "done", "skipped"
QString stepMark(incident::StepMark mark);

} // namespace warroom::words
