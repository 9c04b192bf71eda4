// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace warroom::style {

/// Inter where it is installed, else the system's own; sizes in pixels.
QFont bodyFont(int pixels = 14, QFont::Weight weight = QFont::Normal);
/// For the small headings, which are written in capitals.
QFont captionFont();
/// For clocks.
QFont clockFont(int pixels = 27);
/// For times in columns, ids and commands.
QFont monoFont(int pixels = 14);

} // namespace warroom::style
