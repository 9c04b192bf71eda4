// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/card.h"

#include <QPainter>

namespace warroom::style {

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.line);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.cardRadius, m_theme.cardRadius);
}

} // namespace warroom::style
