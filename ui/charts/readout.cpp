// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/readout.h"

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

const QFont& plainFont()
{
    static const QFont font = style::bodyFont(11);
    return font;
}

const QFont& strongFont()
{
    static const QFont font = style::bodyFont(11, QFont::DemiBold);
    return font;
}

QStaticText shaped(const QString& text, const QFont& font)
{
    QStaticText result(text);
    result.setTextFormat(Qt::PlainText);
    result.setPerformanceHint(QStaticText::AggressiveCaching);
    result.prepare({}, font);
    return result;
}

} // namespace

void paintSample(QPainter& painter, const QRectF& place, const LineLook& look)
{
    const QList<qreal> dashes = pattern(look.dash);
    qreal left = place.left();
    // Rectangles: a pen would run its stroker for each.
    for (qsizetype i = 0; left < place.right(); ++i) {
        const qreal length = dashes.isEmpty() ? place.width() : dashes[i % dashes.size()];
        const qreal right = std::min(left + length, place.right());
        if (i % 2 == 0)
            painter.fillRect(QRectF(left, place.center().y() - 1, right - left, 2), look.colour);
        left = right;
    }
}

QStaticText Readout::plain(const QString& text, qreal width)
{
    return shaped(QFontMetricsF(plainFont()).elidedText(text, Qt::ElideRight, width), plainFont());
}

QStaticText Readout::strong(const QString& text) { return shaped(text, strongFont()); }

qreal Readout::heightOf(qsizetype lines) { return qreal(lines) * lineHeight + padding; }

QString Readout::text() const
{
    QStringList parts{time.text()};
    if (!entry.text().isEmpty())
        parts += entry.text();
    for (const Row& row : rows)
        parts += (row.name.text() + QLatin1Char(' ') + row.value.text()).trimmed();
    return parts.join(QStringLiteral(", "));
}

qreal Readout::leastWidth(const QRectF& plot) { return std::max(plot.width() / 2 - away - 2 * padding, 0.0); }

QRectF Readout::place(qreal x, const QRectF& plot) const
{
    qreal width = std::max(time.size().width(), entry.size().width());
    for (const Row& row : rows) {
        const qreal name = row.name.text().isEmpty() ? 0 : row.name.size().width() + padding * 2;
        width = std::max(width, sample + padding + name + row.value.size().width());
    }
    // On the side where there is more room, never over the line itself.
    const bool isRight = plot.right() - x >= x - plot.left();
    const qreal room = (isRight ? plot.right() - x : x - plot.left()) - away;
    QRectF box(0, plot.top(), std::min(width + 2 * padding, room),
        heightOf(1 + (entry.text().isEmpty() ? 0 : 1) + rows.size()));
    box.moveLeft(isRight ? x + away : x - away - box.width());
    return box.toAlignedRect();
}

void Readout::paint(QPainter& painter, const QRectF& place, const style::Theme& theme) const
{
    painter.setBrush(theme.raised);
    style::paintBorder(painter, place, theme.line, theme.controlRadius);
    const QRectF inside = place.adjusted(padding, padding / 2, -padding, -padding / 2);
    QPointF at = inside.topLeft();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false); // All of it is upright.
    painter.setClipRect(inside.toAlignedRect());
    painter.setFont(strongFont());
    painter.setPen(theme.text);
    painter.drawStaticText(at, time);
    painter.setFont(plainFont());
    if (!entry.text().isEmpty())
        painter.drawStaticText(at += QPointF(0, lineHeight), entry);
    painter.setPen(theme.muted);
    const QPointF names = at + QPointF(sample + padding, 0);
    for (qsizetype i = 0; i < rows.size(); ++i)
        painter.drawStaticText(names + QPointF(0, qreal(i + 1) * lineHeight), rows[i].name);
    painter.setFont(strongFont());
    painter.setPen(theme.text);
    for (const Row& row : rows) {
        at += QPointF(0, lineHeight);
        const QPointF value(inside.right() - row.value.size().width(), at.y());
        // A name that is too long ends where its value begins.
        painter.fillRect(QRectF(value, row.value.size()).adjusted(-padding, 0, 0, 0), theme.raised);
        painter.drawStaticText(value, row.value);
    }
    for (const Row& row : rows)
        paintSample(
            painter, {inside.left(), at.y() - qreal(&rows.last() - &row) * lineHeight + 2, sample, 10}, row.look);
    painter.restore();
}

} // namespace warroom::charts
