// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/event.h"

namespace warroom::journal {

class Database;

/// Lets search() find the entry that stands in row `seq`.
Result<void> indexText(Database& database, qint64 seq, const incident::Body& body);

} // namespace warroom::journal
