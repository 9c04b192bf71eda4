// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/event.h"

namespace warroom::journal {

class Database;

/// Lets search() find the entry, whose row is the one that was inserted last.
Result<void> indexText(Database& database, const incident::Body& body);

} // namespace warroom::journal
