// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/linepicture.h"

#include <QGraphicsItem>

namespace warroom::charts {

/// All lines of a panel as one picture, which is drawn anew only when they, its size or its range change.
class LinesItem : public QGraphicsItem
{
public:
    using QGraphicsItem::QGraphicsItem;

    QRectF place() const { return m_plot; }
    void setPlace(const QRectF& plot);
    void setLines(std::vector<Line> lines);
    /// Its size and scale are those of the place and of what it is painted on.
    void setView(const View& view);
    void setScale(qreal scale) { m_scale = scale; }
    int drawings() const { return m_drawings; }

    /// A little more than the plot: half of a line on its edge is outside.
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QRectF m_plot;
    std::vector<Line> m_all;
    View m_view;
    qreal m_scale = 1;
    QImage m_image; ///< Null: has to be drawn.
    int m_drawings = 0;
};

} // namespace warroom::charts
