// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/rule.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace warroom::style {

namespace {

/// Half a pixel more is none more: a line of 1.5 is one of 1.
qreal thickness(qreal pixels) { return std::max(std::floor(pixels + 0.01), 1.0); }

} // namespace

QRectF onDevicePixels(const QPainter& painter, const QRectF& where)
{
    const QTransform toDevice = painter.deviceTransform();
    const QRectF on = toDevice.mapRect(where);
    const QPointF at(std::round(on.left()), std::round(on.top()));
    return toDevice.inverted().mapRect(QRectF(at, QSizeF(thickness(on.width()), thickness(on.height()))));
}

void paintRule(QPainter& painter, const QRectF& where, const QColor& colour)
{
    painter.fillRect(onDevicePixels(painter, where), colour);
}

void paintBorder(QPainter& painter, const QRectF& where, const QColor& colour, qreal radius)
{
    const qreal width = onDevicePixels(painter, QRectF(where.topLeft(), QSizeF(1, 1))).width();
    const qreal half = width / 2;
    painter.setPen(QPen(colour, width));
    painter.drawRoundedRect(onDevicePixels(painter, where).adjusted(half, half, -half, -half), radius, radius);
}

} // namespace warroom::style
