// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/banner.h"

#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"
#include "style/rule.h"

#include <QHBoxLayout>
#include <QPainter>

namespace warroom::desk {

namespace {

constexpr int signSize = 12;

} // namespace

Banner::Banner(const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_sign(new style::PlainLabel(this)),
      m_text(new style::PlainLabel(style::bodyFont(13, QFont::DemiBold), theme.text, this)),
      m_row(new QHBoxLayout(this))
{
    m_text->setWordWrap(true);
    m_row->setContentsMargins(16, 6, 16, 7);
    m_row->setSpacing(10);
    m_row->addWidget(m_sign);
    m_row->addWidget(m_text, 1);
    hide();
}

void Banner::say(const QString& text, const QString& sign, const QColor& colour)
{
    m_colour = colour;
    m_sign->setPixmap(style::icon(sign, colour, signSize, devicePixelRatioF()));
    m_text->setColour(colour);
    m_text->setText(text);
    setVisible(!text.isEmpty());
    update();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.fillRect(QRect(0, 0, 3, height()), m_colour);
    style::paintRule(painter, QRect(0, height() - 1, width(), 1), m_theme.line);
}

} // namespace warroom::desk
