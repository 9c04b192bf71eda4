// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/answer.h"

#include <vector>

namespace warroom::metrics {

/// Where a series is to be drawn: from one moment to another, both among it, in so many columns of pixels.
struct Plot {
    Instant from;
    Instant to;
    int columns = 1;
    Milliseconds step{0}; ///< Points further apart than one and a half of it have a gap between them; 0: none have.

    /// Counted from the left; -1 before the plot and `columns` behind it.
    int columnAt(qint64 time) const;
};

/// What of a line is seen in one column. A column with gaps in it has several.
struct Column {
    int at = 0; ///< The last point before the plot is at -1, the first one behind it at `columns`.
    bool joined = false; ///< The line comes here from the column before.
    qint64 firstTime = 0;
    qint64 lastTime = 0;
    double first = 0;
    double last = 0;
    double minimum = 0;
    double maximum = 0;
    bool operator==(const Column&) const = default;
};

/// A value that no axis reaches.
struct Infinity {
    int at = 0;
    bool positive = true;
    bool operator==(const Infinity&) const = default;
};

/// A series as seen on a plot. Drawn, it is the same as all of its points.
struct Decimated {
    std::vector<Column> columns; ///< From left to right; those without a point are left out.
    std::vector<Infinity> infinities; ///< Each sign once a column.
};

/// NaN is a gap, and so is an infinity.
Decimated decimated(const Series& series, const Plot& plot);

} // namespace warroom::metrics
