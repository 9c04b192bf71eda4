// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace warroom::style {

/// One of our own icons in that colour, `size` device-independent pixels wide and high, crisp at that ratio. An
/// unknown name gives the one for the unknown.
QPixmap icon(const QString& name, const QColor& colour, int size, qreal devicePixelRatio);

/// Paints it centred in the rectangle.
void paintIcon(QPainter& painter, const QRectF& where, const QString& name, const QColor& colour, int size);

/// Whether there is one of that name.
bool hasIcon(const QString& name);

/// The program's own, for its windows.
QIcon programIcon();

} // namespace warroom::style
