// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/command.h"
#include "style/theme.h"

namespace warroom::timeline {

/// The columns of what happened and of what is about to be saved, in pixels from the left edge.
namespace columns {

inline constexpr int timeLeft = 12;
inline constexpr int starCentre = 65;
inline constexpr int iconCentre = 84;
inline constexpr int iconSize = 14;
inline constexpr int kindLeft = 102;
inline constexpr int textLeft = 202;

} // namespace columns

/// The entry that a command will become, as far as its kind goes; nothing else in it is filled in.
incident::Body kindOf(const incident::Command& command);

/// The colour of a kind's icon, by its permanent word.
QColor iconColour(const QString& word, const style::Theme& theme);

} // namespace warroom::timeline
