// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"

#include <QString>

namespace warroom::timeline {

/// What stands beside the line.
struct ReadingText {
    enum class Tone {
        Calm,
        Waiting, ///< The stamp is old, or a name is new.
        Wrong, ///< Enter does not pass, or not at once.
    };

    QString text; ///< "14:43 · action · Dave Wong"
    Tone tone = Tone::Calm;
    bool operator==(const ReadingText&) const = default;
};

/// The line as it will be logged, in a few words; nothing for an empty one.
ReadingText readingText(const capture::Reading& reading, const capture::Situation& situation);

/// Why Enter does not pass, or not at once, and what to do.
QString problemText(const capture::Reading& reading);

} // namespace warroom::timeline
