// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/linepicture.h"

#include "charts/stroke.h"
#include "metrics/decimated.h"

#include <QPainter>

#include <algorithm>

namespace warroom::charts {

namespace {

void draw(const metrics::Decimated& seen, const metrics::Plot& plot, const View& view, Stroke& stroke)
{
    const double perMillisecond = plot.columns / double(std::max<qint64>((plot.to - plot.from).count(), 1));
    const auto columnOf = [&](qint64 time) { return (double(time) - double(toMs(plot.from))) * perMillisecond; };
    for (const metrics::Column& column : seen.columns) {
        const double x = columnOf(column.firstTime);
        if (column.joined) {
            stroke.lineTo(x, view.rowOf(column.first));
        } else {
            stroke.finish();
        }
        stroke.span(column.at, view.rowOf(column.maximum), view.rowOf(column.minimum));
        stroke.moveTo(columnOf(column.lastTime), view.rowOf(column.last));
    }
    stroke.finish();
}

void drawInfinities(QPainter& painter, const metrics::Decimated& seen, const View& view)
{
    const qreal size = 4 * view.scale;
    qreal before[] = {-size, -size};
    for (const metrics::Infinity& infinity : seen.infinities) {
        const qreal x = qreal(infinity.at) / Stroke::perPixel;
        // Side by side they would be a bar.
        if (x < before[infinity.positive] + size * 1.5 && before[infinity.positive] >= 0)
            continue;
        before[infinity.positive] = x;
        const qreal edge = infinity.positive ? 0 : view.size.height();
        const qreal inwards = infinity.positive ? size : -size;
        painter.drawPolygon(QPolygonF({{x, edge}, {x - size * 0.7, edge + inwards}, {x + size * 0.7, edge + inwards}}));
    }
}

} // namespace

double View::rowOf(double value) const
{
    // Halves, as the whole may be more than a double holds.
    const double part = (values.maximum / 2 - value / 2) / std::max(values.halfLength(), 1e-320);
    return std::clamp(part * size.height(), -1e6, 1e6);
}

QImage linePicture(const std::vector<Line>& lines, const View& view)
{
    ColumnImage image(view.size);
    const metrics::Plot plot{view.from, view.to, view.size.width() * Stroke::perPixel, view.step};
    std::vector<metrics::Decimated> seen;
    for (const Line& line : lines) {
        Stroke stroke(image, line.look, view.scale);
        draw(seen.emplace_back(metrics::decimated(*line.series, plot)), plot, view, stroke);
    }
    QImage result = image.image();
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (size_t i = 0; i < lines.size(); ++i) {
        painter.setBrush(lines[i].look.colour);
        drawInfinities(painter, seen[i], view);
    }
    return result;
}

} // namespace warroom::charts
