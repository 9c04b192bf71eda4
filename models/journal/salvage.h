// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/result.h"
#include "journal/folder.h"

namespace warroom::journal {

struct Salvaged {
    qint64 entries = 0; ///< Now in the new log, word for word.
    qint64 missing = 0; ///< Known to have been there. What a cut-off end held cannot be known.
    qint64 contents = 0;
    qint64 missingContents = 0; ///< Named by an entry that was got back.
    qint64 changed = 0; ///< Got back, and not as they were written; verify() names them.
    bool operator==(const Salvaged&) const = default;
};

/// Gets what can still be read of the log in `from` into a new one in `to`. `from` is not changed. StoreTaken where
/// `to` has a log already; an error where nothing at all can be read.
Result<Salvaged> salvage(const Folder& from, const Folder& to, const Clock& clock, IdSource& ids);

struct Repaired {
    Salvaged salvaged;
    QString aside; ///< The folder where the damaged log lies now.
};

/// Puts what can be read of the folder's log in its place.
Result<Repaired> repair(const Folder& folder, const Clock& clock, IdSource& ids);

} // namespace warroom::journal
