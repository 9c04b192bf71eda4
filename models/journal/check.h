// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

namespace warroom::journal {

class Database;

/// Whether the pages of the file hang together, by SQLite's quick_check: StoreDamaged. It reads the whole file, a third
/// of a second for a million entries; what the entries say is not looked at, see verify().
Result<void> quickCheck(Database& database);

/// What SQLite's integrity_check has against the file and its indexes, at most a hundred sentences of SQLite's; none
/// for a sound one.
Result<QStringList> integrityCheck(Database& database);

} // namespace warroom::journal
