// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/event.h"

#include <QString>

namespace warroom::views {

/// A permanent word for what an entry is to a reader, for icons and filters: "declared", "note", "decision", "action",
/// ... Empty for the entries that only keep the books: they are no rows of a timeline.
QString entryWord(const incident::Body& body);

/// The same for a step that is marked so.
QString stepWord(incident::StepMark mark);

} // namespace warroom::views
