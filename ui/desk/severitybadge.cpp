// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/severitybadge.h"

#include "style/contrast.h"
#include "style/fonts.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace warroom::desk {

namespace {

QFont badgeFont() { return style::bodyFont(22, QFont::Bold); }

} // namespace

SeverityBadge::SeverityBadge(int radius, QWidget* parent) : PlainLabel(parent), m_radius(radius)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SeverityBadge::show(const QString& label, const QColor& colour)
{
    if (label == text() && colour == m_colour)
        return;
    setText(label);
    m_colour = colour;
    setAccessibleName(tr("Severity %1").arg(label));
    updateGeometry();
    update();
}

QSize SeverityBadge::sizeHint() const
{
    return {std::clamp(QFontMetrics(badgeFont()).horizontalAdvance(text()) + 24, 54, 160), 40};
}

void SeverityBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawRoundedRect(rect(), m_radius, m_radius);
    painter.setFont(badgeFont());
    painter.setPen(style::textOn(m_colour));
    const QString fitting = painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 12);
    painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextSingleLine, fitting);
}

} // namespace warroom::desk
