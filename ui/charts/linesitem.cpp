// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/linesitem.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace warroom::charts {

namespace {

constexpr qreal overhang = 2; // Logical pixels.

} // namespace

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

QRectF LinesItem::boundingRect() const { return m_plot.adjusted(0, -overhang, 0, overhang); }

void LinesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const QRectF place = boundingRect();
    const QSize size(int(std::lround(place.width() * m_scale)), int(std::lround(place.height() * m_scale)));
    if (m_all.empty() || m_plot.isEmpty() || m_view.values.isEmpty())
        return;
    if (m_image.isNull() || m_image.size() != size) {
        View view = m_view;
        view.size = size;
        view.scale = m_scale;
        const double more = m_view.values.halfLength() * 2 / m_plot.height() * overhang;
        view.values = {m_view.values.minimum - more, m_view.values.maximum + more};
        m_image = linePicture(m_all, view);
        ++m_drawings;
    }
    painter->drawImage(place, m_image);
}

} // namespace warroom::charts
