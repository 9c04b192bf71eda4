// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "desk/palettesheet.h"

namespace warroom::session {
class Board;
} // namespace warroom::session

namespace warroom::desk {

class Commands;
class IncidentPage;

/// Where what was found leads.
struct Ways {
    std::function<void()> toLine; ///< Clears the view and gives the line the keyboard.
    std::function<void(IncidentId)> toIncident;
};

/// All that the palette finds: the window's commands, the words of the line, open actions, people, roles, incidents.
std::vector<Found> everything(Commands& commands, IncidentPage& page, const session::Board& board, const Ways& ways);

} // namespace warroom::desk
