// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/linelook.h"

#include <QList>
#include <QRectF>
#include <QStaticText>

class QPainter;

namespace warroom::charts {

/// What stands beside the crosshair: the time, what the entry there says, the values there. It is shaped once and
/// painted from there, since it changes with every move of the mouse.
struct Readout {
    struct Row {
        LineLook look;
        QStaticText name;
        QStaticText value;
    };

    QStaticText time;
    QStaticText entry;
    QList<Row> rows;

    /// At most as wide as that; the end gives way.
    static QStaticText plain(const QString& text, qreal width);
    static QStaticText strong(const QString& text);
    static qreal heightOf(qsizetype lines);

    /// On one line, for who listens.
    QString text() const;
    /// That there is for a text wherever the crosshair is.
    static qreal leastWidth(const QRectF& plot);
    /// Beside x, within the plot as far as it goes.
    QRectF place(qreal x, const QRectF& plot) const;
    void paint(QPainter& painter, const QRectF& place, const style::Theme& theme) const;
};

/// A piece of the line, so that a name is found by colour and dash.
void paintSample(QPainter& painter, const QRectF& place, const LineLook& look);

} // namespace warroom::charts
