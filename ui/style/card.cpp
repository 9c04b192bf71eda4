// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/card.h"

#include "style/rule.h"

#include <QPainter>

namespace warroom::style {

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.surface);
    paintBorder(painter, rect(), m_theme.line, m_theme.cardRadius);
}

} // namespace warroom::style
