// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/panelhead.h"

#include "style/clockdigits.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace warroom::charts {

namespace {

constexpr int rowHeight = 30;
constexpr qreal baseline = 22;
constexpr qreal gap = 4;
constexpr int iconSize = 12;
constexpr qreal widestUnit = 90;

QFont titleFont() { return style::bodyFont(14, QFont::DemiBold); }
QFont wordFont() { return style::bodyFont(11, QFont::DemiBold); }
QFont valueFont() { return style::clockFont(21); }
QFont unitFont() { return style::bodyFont(12, QFont::DemiBold); }

/// Digits as wide as the widest one, as style::paintDigits() has them.
qreal widthOfDigits(const QString& digits)
{
    const QFontMetricsF metrics(valueFont());
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    qreal width = 0;
    for (const QChar c : digits)
        width += c.isDigit() ? widest : metrics.horizontalAdvance(c);
    return width;
}

} // namespace

PanelHead::PanelHead(const style::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize PanelHead::sizeHint() const { return {240, rowHeight}; }

void PanelHead::setContent(const QString& title, const metrics::Reading& reading, const Standing& standing)
{
    m_title = title;
    m_reading = reading;
    m_standing = standing;
    style::setPlainToolTip(*this, title);
    update();
}

void PanelHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qreal right = width();
    const QColor colour = m_standing.colour.isValid() ? m_standing.colour : m_theme.text;

    if (!m_reading.number.isEmpty()) {
        const QString unit = QFontMetricsF(unitFont()).elidedText(m_reading.symbol, Qt::ElideRight, widestUnit);
        const qreal unitWidth = QFontMetricsF(unitFont()).horizontalAdvance(unit);
        painter.setPen(colour);
        painter.setFont(unitFont());
        painter.drawText(QPointF(right - unitWidth, baseline), unit);
        right -= unitWidth + (unit.isEmpty() ? 0 : gap) + widthOfDigits(m_reading.number);
        painter.setFont(valueFont());
        style::paintDigits(painter, {right, baseline}, m_reading.number);
        right -= 2 * gap;
    }
    const QFontMetricsF wordMetrics(wordFont());
    const QFontMetricsF titleMetrics(titleFont());
    // The title gives way first, but not all of its place.
    const qreal least = std::min(titleMetrics.horizontalAdvance(m_title), right / 2) + 3 * gap + iconSize;
    const QString word = wordMetrics.elidedText(m_standing.word, Qt::ElideRight, std::max(right - least, 0.0));
    if (!word.isEmpty()) {
        right -= wordMetrics.horizontalAdvance(word);
        painter.setPen(colour);
        painter.setFont(wordFont());
        painter.drawText(QPointF(right, baseline - 1), word);
        right -= gap;
    }
    if (!m_standing.icon.isEmpty()) {
        right -= iconSize;
        style::paintIcon(painter, {right, baseline - 11, iconSize, iconSize}, m_standing.icon, colour, iconSize);
        right -= gap;
    }
    painter.setPen(m_theme.text);
    painter.setFont(titleFont());
    painter.drawText(QPointF(0, baseline - 1), titleMetrics.elidedText(m_title, Qt::ElideRight, right - gap));
}

} // namespace warroom::charts
