// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/event.h"

#include <vector>

namespace warroom::journal {

class Database;

inline constexpr int maxHits = 200;

struct Hit {
    incident::Event event;
    QString label; ///< Of the incident.
};

/// Entries of all incidents that hold every word, the newest first, and of more than maxHits those that were written
/// last; the last word may be the beginning of one from three letters on. No text is an error; one without a word finds
/// nothing.
Result<std::vector<Hit>> search(Database& database, const QString& words);

/// Where the words that were searched for stand in a text that was found: where each begins, and its length.
std::vector<std::pair<int, int>> wordsFound(const QString& text, const QString& words);

} // namespace warroom::journal
