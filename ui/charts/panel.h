// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "metrics/step.h"
#include "metrics/threshold.h"

#include <memory>
#include <vector>

namespace warroom::charts {

/// What a sign is about.
enum class Tone { Plain, Act, Good, Warn, Bad, Hypothesis };

/// An entry of the log at its moment.
struct Mark {
    EntryId entry;
    Instant at;
    QString words;
    Tone tone = Tone::Plain;
    bool operator==(const Mark&) const = default;
};

/// How it stands with the source of a panel.
enum class Condition {
    Waiting, ///< Nothing was answered yet.
    Current,
    Stale, ///< What is there is old.
    Failed, ///< The server said why there is nothing new.
    Unreachable,
};

/// All that one panel of metrics shows. Texts may come from anywhere.
struct Panel {
    QString title;
    QString unit; ///< As in metrics::scaleFor().
    std::vector<metrics::Threshold> thresholds;
    std::shared_ptr<const std::vector<metrics::Series>>
        series; ///< Null like none; the last ones while there are no newer.
    metrics::Range range;
    QTimeZone zone = QTimeZone::utc();
    std::vector<Mark> marks;
    Condition condition = Condition::Current;
    Milliseconds age{0}; ///< Of the series, where they are stale.
    QString words; ///< Of the server that failed or of the network.
};

} // namespace warroom::charts
