// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/clockdigits.h"

#include <QAccessibleWidget>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace warroom::style {

namespace {

/// A screen reader asked for the clock reads its time with its name.
class AccessibleClock : public QAccessibleWidget
{
public:
    explicit AccessibleClock(QWidget* widget) : QAccessibleWidget(widget, QAccessible::StaticText) { }

    QString text(QAccessible::Text which) const override
    {
        const QString digits = static_cast<const ClockDigits*>(widget())->digits();
        switch (which) {
        case QAccessible::Value:
            return digits;
        case QAccessible::Name:
            return QAccessibleWidget::text(which) + QLatin1Char(' ') + digits;
        default:
            return QAccessibleWidget::text(which);
        }
    }
};

qreal widestDigit(const QFontMetricsF& metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

QAccessibleInterface* accessibleClock(const QString&, QObject* object)
{
    auto* clock = qobject_cast<ClockDigits*>(object);
    return clock ? new AccessibleClock(clock) : nullptr;
}

} // namespace

qreal paintDigits(QPainter& painter, QPointF baseline, const QString& digits)
{
    const QFontMetricsF metrics(painter.font());
    const qreal widest = widestDigit(metrics);
    for (const QChar c : digits) {
        const qreal own = metrics.horizontalAdvance(c);
        const qreal cell = c.isDigit() ? widest : own;
        painter.drawText(baseline + QPointF((cell - own) / 2, 0), QString(c));
        baseline.rx() += cell;
    }
    return baseline.x();
}

ClockDigits::ClockDigits(const QFont& font, const QColor& colour, QWidget* parent) : QWidget(parent), m_colour(colour)
{
    static const bool installed = (QAccessible::installFactory(accessibleClock), true);
    Q_UNUSED(installed)
    setFont(font);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_digitWidth = widestDigit(QFontMetricsF(font));
}

void ClockDigits::setDigits(const QString& digits)
{
    if (digits == m_digits)
        return;
    const QSize before = sizeHint();
    m_digits = digits;
    if (sizeHint() != before)
        updateGeometry();
    update();
}

void ClockDigits::setColour(const QColor& colour)
{
    if (colour != m_colour) {
        m_colour = colour;
        update();
    }
}

qreal ClockDigits::cellWidth(QChar c) const
{
    return c.isDigit() ? m_digitWidth : QFontMetricsF(font()).horizontalAdvance(c);
}

QSize ClockDigits::sizeHint() const
{
    qreal width = 0;
    for (const QChar c : std::as_const(m_digits))
        width += cellWidth(c);
    return {int(std::ceil(width)), int(std::ceil(QFontMetricsF(font()).height()))};
}

void ClockDigits::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(m_colour);
    const QFontMetricsF metrics(font());
    const qreal baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    paintDigits(painter, {0, baseline}, m_digits);
}

} // namespace warroom::style
