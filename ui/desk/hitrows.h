// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/search.h"
#include "views/hitsmodel.h"

namespace warroom::session {
class Board;
} // namespace warroom::session

namespace warroom::desk {

/// What was found, in the order it was found; of words that were said anew, the newest.
std::vector<views::HitRow> hitRows(
    const std::vector<journal::Hit>& hits, const QString& wanted, const session::Board& board);

} // namespace warroom::desk
