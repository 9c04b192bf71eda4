// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/readout.h"

#include "style/clockdigits.h"
#include "style/fonts.h"
#include "style/rule.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace warroom::charts {

namespace {

constexpr qreal lineHeight = 16;
constexpr qreal padding = 7;
constexpr qreal sample = 16;
constexpr qreal away = 8; // From the crosshair.
constexpr qreal widestText = 220;

QFont plain() { return style::bodyFont(11); }
QFont strong() { return style::bodyFont(11, QFont::DemiBold); }

qreal widthOf(const QFont& font, const QString& text)
{
    return std::min(QFontMetricsF(font).horizontalAdvance(text), widestText);
}

QString fitting(const QFont& font, const QString& text, qreal width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width + 1);
}

} // namespace

void paintSample(QPainter& painter, const QRectF& place, const LineLook& look)
{
    QPen pen(look.colour, 2, Qt::SolidLine, Qt::FlatCap);
    QList<qreal> dashes = pattern(look.dash);
    for (qreal& dash : dashes)
        dash /= pen.widthF();
    if (!dashes.isEmpty())
        pen.setDashPattern(dashes);
    painter.setPen(pen);
    const qreal y = place.center().y();
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
}

qreal Readout::heightOf(qsizetype lines) { return qreal(lines) * lineHeight + padding; }

QString Readout::text() const
{
    QStringList parts{time};
    if (!entry.isEmpty())
        parts += entry;
    for (const Row& row : rows)
        parts += row.name.isEmpty() ? row.value : row.name + QLatin1Char(' ') + row.value;
    return parts.join(QStringLiteral(", "));
}

QRectF Readout::place(qreal x, const QRectF& plot) const
{
    qreal width = std::max(widthOf(strong(), time), widthOf(plain(), entry));
    for (const Row& row : rows) {
        const qreal name = row.name.isEmpty() ? 0 : widthOf(plain(), row.name) + padding * 2;
        width = std::max(width, sample + padding + name + widthOf(strong(), row.value));
    }
    // On the side where there is more room, never over the line itself.
    const bool isRight = plot.right() - x >= x - plot.left();
    const qreal room = (isRight ? plot.right() - x : x - plot.left()) - away;
    QRectF box(
        0, plot.top(), std::min(width + 2 * padding, room), heightOf(1 + (entry.isEmpty() ? 0 : 1) + rows.size()));
    box.moveLeft(isRight ? x + away : x - away - box.width());
    return box.toAlignedRect();
}

void Readout::paint(QPainter& painter, const QRectF& place, const style::Theme& theme) const
{
    painter.setBrush(theme.raised);
    style::paintBorder(painter, place, theme.line, theme.controlRadius);
    const qreal left = place.left() + padding;
    const qreal width = place.width() - 2 * padding;
    qreal baseline = place.top() + padding / 2 + 12;
    painter.setFont(strong());
    painter.setPen(theme.text);
    style::paintDigits(painter, {left, baseline}, time);
    if (!entry.isEmpty()) {
        baseline += lineHeight;
        painter.setFont(plain());
        painter.drawText(QPointF(left, baseline), fitting(plain(), entry, width));
    }
    for (const Row& row : rows) {
        baseline += lineHeight;
        paintSample(painter, {left, baseline - 9, sample, 10}, row.look);
        const qreal value = widthOf(strong(), row.value);
        painter.setPen(theme.muted);
        painter.setFont(plain());
        const qreal room = width - sample - padding * 2 - value;
        painter.drawText(QPointF(left + sample + padding, baseline), fitting(plain(), row.name, room));
        painter.setPen(theme.text);
        painter.setFont(strong());
        painter.drawText(QPointF(left + width - value, baseline), fitting(strong(), row.value, value));
    }
}

} // namespace warroom::charts
