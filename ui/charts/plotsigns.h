// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/drawn.h"

#include <QRectF>

class QPainter;

namespace warroom::charts {

/// Where moments and values stand on a plot, in logical pixels.
struct PlotScale {
    QRectF plot;
    View view;

    qreal x(Instant instant) const;
    qreal y(double value) const;
    /// The nearest moment of the range.
    Instant instantAt(qreal x) const;
};

/// Under the lines: where values are worth less.
void paintBands(QPainter& painter, const PlotScale& scale, const Panel& panel, const style::Theme& theme);
/// Over them: from which value on.
void paintThresholds(QPainter& painter, const PlotScale& scale, const Panel& panel, const style::Theme& theme);
/// Since the last point of a panel that is stale, nothing is known.
void paintUnknown(QPainter& painter, const PlotScale& scale, const Panel& panel, const style::Theme& theme);
void paintMarks(QPainter& painter, const PlotScale& scale, const Panel& panel, const style::Theme& theme);

/// The mark at this place, or next to it by a few pixels; null where there is none.
const Mark* markAt(qreal x, const PlotScale& scale, const Panel& panel);

} // namespace warroom::charts
