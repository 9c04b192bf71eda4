// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace warroom::style {
class PlainLabel;
} // namespace warroom::style

namespace warroom::desk {

/// A line across the window about something that is not as it should be. Hidden until something is said in it.
class Banner : public QWidget
{
    Q_OBJECT

public:
    Banner(const style::Theme& theme, QWidget* parent);

protected:
    /// In this colour, with this sign before it; an empty one takes the banner away.
    void say(const QString& text, const QString& sign, const QColor& colour);
    /// What stands behind the text.
    QHBoxLayout& row() { return *m_row; }
    const style::Theme& theme() const { return m_theme; }

    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
    QColor m_colour;
    style::PlainLabel* m_sign;
    style::PlainLabel* m_text;
    QHBoxLayout* m_row;
};

} // namespace warroom::desk
