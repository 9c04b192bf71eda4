// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "journal/folder.h"

namespace warroom::journal {

class Database;

/// The origin that this very file on this machine writes as; null when the file was copied, cloned or restored since,
/// because two files must not go on with the same numbers.
Result<OriginId> originOf(Database& database, const FileIdentity& identity);

/// Starts `fresh` unless another process has just started one. To be called under the store's lock.
Result<OriginId> startOrigin(Database& database, const FileIdentity& identity, OriginId fresh);

} // namespace warroom::journal
