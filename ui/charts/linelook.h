// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

namespace warroom::charts {

/// How a line is broken, for whoever does not tell its colour from another.
enum class Dash { Solid, Long, DashDot, Dots };

/// Logical pixels drawn and left out in turn; empty for a solid line.
QList<qreal> pattern(Dash dash);

struct LineLook {
    QColor colour;
    Dash dash = Dash::Solid;
    bool operator==(const LineLook&) const = default;
};

/// Of the n-th line of a panel. The first 24 differ from each other, and neighbours also by their dash.
LineLook lineLook(size_t n, const style::Theme& theme);

} // namespace warroom::charts
