// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;

namespace warroom::style {

/// Which theme somebody chose.
enum class Look {
    Desktop, ///< What the desktop prefers; dark where it says nothing.
    Dark,
    Light,
};

/// Every colour and measure of the windows, in one place.
struct Theme {
    QColor background; ///< Window.
    QColor surface; ///< Card.
    QColor raised; ///< Active row, capture line.
    QColor line; ///< Borders.
    QColor text;
    QColor muted; ///< Labels, authors, sub-lines.
    QColor faint; ///< Decoration and disabled controls only.
    QColor accent; ///< Something to act on.
    QColor good;
    QColor warn;
    QColor bad;
    QColor hypothesis;
    QColor found; ///< Behind words that are searched for.

    int cardRadius = 8;
    int controlRadius = 6;
    int gap = 10; ///< Between cards.
    int padding = 12; ///< Inside them.

    static Theme dark();
    static Theme light();

    QPalette palette() const;
    QString styleSheet() const;
    /// Makes the whole program look like this.
    void apply(QApplication& application) const;
};

} // namespace warroom::style
