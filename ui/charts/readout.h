// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/linelook.h"

#include <QList>
#include <QRectF>

class QPainter;

namespace warroom::charts {

/// What stands beside the crosshair: the time, what the entry there says, the values there.
struct Readout {
    struct Row {
        LineLook look;
        QString name;
        QString value;
    };

    QString time;
    QString entry;
    QList<Row> rows;

    /// On one line, for who listens.
    QString text() const;
    static qreal heightOf(qsizetype lines);
    /// Beside x, within the plot as far as it goes.
    QRectF place(qreal x, const QRectF& plot) const;
    void paint(QPainter& painter, const QRectF& place, const style::Theme& theme) const;
};

/// A piece of the line, so that a name is found by colour and dash.
void paintSample(QPainter& painter, const QRectF& place, const LineLook& look);

} // namespace warroom::charts
