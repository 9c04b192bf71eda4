// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/result.h"
#include "journal/folder.h"

namespace warroom::journal {

/// What becomes of a folder without a store.
enum class NoStore {
    Refuse, ///< Who only looks has mistyped it.
    Make, ///< Where there never was any.
    MakeAnew, ///< Where there was one, too: somebody said so.
};

/// Whether there was a store in this folder once, or still is.
bool hadStore(const Folder& folder);

/// Makes an empty store in a folder that never had one, or refuses: StoreMissing. It appears whole or not at all. Where
/// there was a store and it is gone, StoreMissing too: an empty one in its place would look like a loss of everything.
Result<void> createIfNew(const Folder& folder, const Clock& clock, IdSource& ids, NoStore none);

} // namespace warroom::journal
