// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/decide.h"

#include <vector>

namespace warroom::journal {

class Database;

bool redacts(const std::vector<incident::Draft>& drafts);

/// Empties the prose and contents that the entry names, in the search index too; inside the transaction that writes
/// it. The words are out of every file only after erasePending() has turned false.
Result<void> emptyProse(Database& database, const incident::EntryRedacted& redacted);

/// Whether a redaction's words may still stand in the write-ahead log.
Result<bool> erasePending(Database& database);
/// After the log was emptied.
Result<void> eraseDone(Database& database);

} // namespace warroom::journal
