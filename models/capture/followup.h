// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"

namespace warroom::capture {

/// The line that leaves the first line of this text for later: due in a week in the situation's zone, as urgent as the
/// incident is. No owner: nobody yet.
QString followUpLine(const QString& text, const std::optional<PersonId>& owner, const Situation& situation);

} // namespace warroom::capture
