// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/palettesheet.h"

namespace warroom::desk {

class Commands;
class IncidentPage;

/// All that the palette finds: the window's commands, the words of the line, people and roles. `toLine` clears the
/// view and gives the line the keyboard.
std::vector<Found> everything(Commands& commands, IncidentPage& page, const std::function<void()>& toLine);

} // namespace warroom::desk
