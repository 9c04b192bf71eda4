// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plotsigns.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace warroom::charts {

namespace {

constexpr qreal markReach = 5; // Pixels to either side.
constexpr qreal headRadius = 3.4;

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(float(opacity));
    return colour;
}

qreal whole(qreal position) { return std::floor(position) + 0.5; }

} // namespace

qreal PlotScale::x(Instant instant) const
{
    const auto length = double(std::max<qint64>((view.to - view.from).count(), 1));
    return plot.left() + double((instant - view.from).count()) / length * plot.width();
}

qreal PlotScale::y(double value) const
{
    View here = view;
    here.size = QSize(1, 1000);
    return plot.top() + here.rowOf(value) / 1000 * plot.height();
}

Instant PlotScale::instantAt(qreal x) const
{
    const double part = std::clamp((x - plot.left()) / std::max(plot.width(), 1.0), 0.0, 1.0);
    return view.from + Milliseconds(qint64(part * double((view.to - view.from).count())));
}

void paintBands(QPainter& painter, const PlotScale& scale, const Panel& panel, const style::Theme& theme)
{
    for (const metrics::Threshold& threshold : panel.thresholds) {
        const qreal y = std::clamp(scale.y(threshold.value), scale.plot.top(), scale.plot.bottom());
        QRectF band = scale.plot;
        if (threshold.side == metrics::Threshold::Side::Above)
            band.setBottom(y);
        else
            band.setTop(y);
        painter.fillRect(band, faded(colourOf(threshold.beyond, theme), 0.08));
    }
}

void paintThresholds(QPainter& painter, const PlotScale& scale, const Panel& panel, const style::Theme& theme)
{
    for (const metrics::Threshold& threshold : panel.thresholds) {
        const qreal y = whole(scale.y(threshold.value));
        if (y < scale.plot.top() || y > scale.plot.bottom() + 1)
            continue;
        QPen pen(faded(colourOf(threshold.beyond, theme), 0.75), 1.5, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({4, 2.5});
        painter.setPen(pen);
        painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
    }
}

void paintUnknown(QPainter& painter, const PlotScale& scale, const Panel& panel, const style::Theme& theme)
{
    std::optional<qint64> last;
    for (const metrics::Series& series : *panel.series) {
        if (!series.times.empty())
            last = std::max(last.value_or(series.times.back()), series.times.back());
    }
    if (!last || *last >= toMs(panel.range.end))
        return;
    QRectF unknown = scale.plot;
    unknown.setLeft(std::max(scale.plot.left(), scale.x(fromMs(std::max(*last, toMs(panel.range.start))))));
    painter.fillRect(unknown, QBrush(theme.line, Qt::BDiagPattern));
}

void paintMarks(QPainter& painter, const PlotScale& scale, const Panel& panel, const style::Theme& theme)
{
    for (const Mark& mark : panel.marks) {
        if (mark.at < panel.range.start || mark.at > panel.range.end)
            continue;
        const qreal x = whole(scale.x(mark.at));
        const QColor colour = colourOf(mark.tone, theme);
        QPen pen(colour, 1, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, scale.plot.top() + 4), QPointF(x, scale.plot.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(x, scale.plot.top() + 4), headRadius, headRadius);
    }
}

const Mark* markAt(qreal x, const PlotScale& scale, const Panel& panel)
{
    const Mark* nearest = nullptr;
    qreal reach = markReach;
    for (const Mark& mark : panel.marks) {
        const qreal away = std::abs(scale.x(mark.at) - x);
        if (mark.at >= panel.range.start && mark.at <= panel.range.end && away <= reach) {
            nearest = &mark;
            reach = away;
        }
    }
    return nearest;
}

} // namespace warroom::charts
