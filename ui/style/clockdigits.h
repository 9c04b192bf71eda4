// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QPainter;

namespace warroom::style {

/// Digits in cells as wide as the widest one, with the painter's font and pen; returns where they end.
qreal paintDigits(QPainter& painter, QPointF baseline, const QString& digits);

/// A clock whose digits stand still while it ticks: each is painted in a cell as wide as the widest one, because the
/// font's own are not of one width.
class ClockDigits : public QWidget
{
    Q_OBJECT

public:
    ClockDigits(const QFont& font, const QColor& colour, QWidget* parent = nullptr);

    QString digits() const { return m_digits; }
    /// Takes new room only when the number of characters changes.
    void setDigits(const QString& digits);
    void setColour(const QColor& colour);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qreal cellWidth(QChar c) const;

    QString m_digits;
    QColor m_colour;
    qreal m_digitWidth = 0;
};

} // namespace warroom::style
