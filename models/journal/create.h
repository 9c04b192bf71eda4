// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/result.h"
#include "journal/folder.h"

namespace warroom::journal {

/// What becomes of a folder that never had a store: who only looks has mistyped it.
enum class NoStore { Refuse, Make };

/// Makes an empty store in a folder that never had one, or refuses: StoreMissing. It appears whole or not at all. Where
/// there was a store and it is gone, StoreMissing too: an empty one in its place would look like a loss of everything.
Result<void> createIfNew(const Folder& folder, const Clock& clock, IdSource& ids, NoStore none);

} // namespace warroom::journal
