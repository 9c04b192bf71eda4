// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "journal/folder.h"

namespace warroom::journal {

/// Puts a database, closed and without a write-ahead log, in the place of the folder's log. What was there is moved
/// into a folder beside it, whose path comes back. Whoever has the log open notices that it is another one. StoreBusy
/// while somebody writes.
Result<QString> replaceLog(const Folder& folder, const QString& fresh, Instant now);

/// A moment as it stands in the names of files: 20260131T142300Z.
QString stampOf(Instant moment);

} // namespace warroom::journal
