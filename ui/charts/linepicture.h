// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "charts/linelook.h"
#include "metrics/answer.h"
#include "metrics/extent.h"

#include <QImage>
#include <QSizeF>

#include <vector>

namespace warroom::charts {

struct Line {
    const metrics::Series* series = nullptr;
    LineLook look;
    bool operator==(const Line&) const = default;
};

/// What of the lines is in sight, and how large.
struct View {
    QSize size; ///< Pixels.
    qreal scale = 1; ///< Of them to one logical pixel.
    Instant from;
    Instant to;
    Milliseconds step{0}; ///< As in metrics::Plot.
    metrics::Extent values; ///< From the lower edge to the upper one.

    /// Pixels from the upper edge.
    double rowOf(double value) const;
    bool operator==(const View&) const = default;
};

/// The lines on nothing, the first one lowest. Infinite values are arrow heads at the edge that they are beyond.
QImage linePicture(const std::vector<Line>& lines, const View& view);

} // namespace warroom::charts
