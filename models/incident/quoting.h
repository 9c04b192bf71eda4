// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

#include <QSet>

namespace warroom::incident {

/// Other entries of the narrative that hold a telling word of these: one of four letters or more that only a few
/// entries have. Whoever redacts a secret wants to look at them too.
std::vector<EntryId> quoting(const IncidentState& state, const std::vector<EntryId>& entries);

/// The telling words of these entries and people, in lower case.
QSet<QString> tellingWords(const IncidentState& state, const std::vector<EntryId>& entries);
/// Those that are redacted by now and were not before.
QSet<QString> wordsErased(const IncidentState& before, const IncidentState& now);
/// The text with an ellipsis for each word that holds one of these: a line that nobody logged yet must not keep on
/// disk what was redacted, nor be lost for it.
QString without(const QSet<QString>& words, const QString& text);

} // namespace warroom::incident
