// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/linesitem.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace warroom::charts {

void LinesItem::setPlace(const QRectF& plot)
{
    if (plot == m_plot)
        return;
    prepareGeometryChange();
    m_plot = plot;
}

void LinesItem::setLines(std::vector<Line> lines)
{
    if (lines != m_all)
        m_image = {};
    m_all = std::move(lines);
}

void LinesItem::setView(const View& view)
{
    if (view != m_view)
        m_image = {};
    m_view = view;
}

void LinesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const QSize size(int(std::lround(m_plot.width() * m_scale)), int(std::lround(m_plot.height() * m_scale)));
    if (m_all.empty() || size.isEmpty() || m_view.values.isEmpty())
        return;
    if (m_image.isNull() || m_image.size() != size) {
        View view = m_view;
        view.size = size;
        view.scale = m_scale;
        m_image = linePicture(m_all, view);
        ++m_drawings;
    }
    painter->drawImage(m_plot, m_image);
}

} // namespace warroom::charts
