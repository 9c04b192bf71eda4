// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace warroom::style {

/// Contrast ratio after WCAG 2: 1 to 21.
double contrast(const QColor& a, const QColor& b);

/// Black or white, whichever reads better on that colour.
QColor textOn(const QColor& background);

/// The colour, moved towards white or black until it reads as text on that background (4.5:1).
QColor readableOn(const QColor& colour, const QColor& background);

} // namespace warroom::style
