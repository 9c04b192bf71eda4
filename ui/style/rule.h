// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QColor;
class QPainter;

namespace warroom::style {

/// The rectangle with its edges on whole device pixels, at least one of them high and wide. Where a logical pixel is
/// one and a half of the screen's, every line is of the same strength then.
QRectF onDevicePixels(const QPainter& painter, const QRectF& where);
/// A line between sections.
void paintRule(QPainter& painter, const QRectF& where, const QColor& colour);
/// A border of one pixel with round corners within the rectangle, filled with the painter's brush.
void paintBorder(QPainter& painter, const QRectF& where, const QColor& colour, qreal radius);

} // namespace warroom::style
