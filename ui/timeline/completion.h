// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"

#include <QString>

#include <vector>

namespace warroom::timeline {

/// One way to go on with the word at the cursor.
struct Suggestion {
    QString insert; ///< What replaces the word: "/action", "@dave".
    QString name; ///< "Dave Wong"; may be empty.
    QString what; ///< "something someone will do", "On-call backup"; may be empty.
    bool operator==(const Suggestion&) const = default;
};

/// The word at the cursor and what it may become; none outside the head of the line.
struct Completion {
    int start = 0;
    int length = 0;
    std::vector<Suggestion> suggestions;
};

/// Every `/word` of the line with what it is for.
std::vector<Suggestion> lineWords();

Completion complete(const QString& line, int cursor, const capture::Situation& situation);

} // namespace warroom::timeline
