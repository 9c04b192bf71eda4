// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/chip.h"

#include "style/fonts.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QPainter>

namespace warroom::style {

namespace {

constexpr int sides = 10;
constexpr int leastSides = 3;
constexpr int leastWidth = 64;
constexpr int chipHeight = 24;

} // namespace

Chip::Chip(const QString& text, const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setText(text);
    setAccessibleName(text);
    setFont(bodyFont(13));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const { return {fontMetrics().horizontalAdvance(text()) + 2 * sides, chipHeight}; }

QSize Chip::minimumSizeHint() const { return sizeHint().boundedTo({leastWidth, chipHeight}); }

void Chip::focusInEvent(QFocusEvent* event)
{
    QAbstractButton::focusInEvent(event);
    const bool tabbed = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton* chosen = group() && group()->exclusive() ? group()->checkedButton() : nullptr;
    if (tabbed && chosen && chosen != this && chosen->isVisible())
        chosen->setFocus(Qt::OtherFocusReason);
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = isChecked() || hasFocus();
    painter.setPen(QPen(marked ? m_theme.accent : m_theme.line, hasFocus() ? 2 : 1));
    painter.setBrush(isChecked() ? m_theme.raised : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), chipHeight / 2.0 - 1, chipHeight / 2.0 - 1);
    QFont shown = font();
    shown.setStrikeOut(!isEnabled());
    painter.setFont(shown);
    painter.setPen(!isEnabled() ? m_theme.faint : isChecked() ? m_theme.text : m_theme.muted);
    // What is as wide as it wants to be is whole; its width is rounded, and elidedText would cut it. A few pixels less
    // are taken from its sides.
    const QString fitting = width() < sizeHint().width()
        ? fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2 * leastSides)
        : text();
    painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextSingleLine, fitting);
}

} // namespace warroom::style
