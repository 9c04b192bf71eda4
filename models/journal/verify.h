// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"

#include <optional>
#include <vector>

namespace warroom::journal {

class Database;

/// What is wrong with one entry.
struct Flaw {
    enum class Kind {
        Changed, ///< Its columns do not give its hash, or it does not follow the entry before it.
        ProseChanged, ///< Its prose does not give the hash under which it was written.
        ProseMissing, ///< Its prose is gone and no redaction names it.
        Gap, ///< An entry is missing before it.
        ContentChanged, ///< What it keeps beside itself does not give the hash that it names.
        ContentMissing, ///< What it keeps beside itself is gone and no redaction names it.
    };
    EntryId entry;
    IncidentId incident;
    Kind kind;
    bool operator==(const Flaw&) const = default;
};

struct Verification {
    qint64 entries = 0; ///< Looked at.
    std::vector<Flaw> flaws;
};

/// Checks the hash chain of every origin and the contents that entries name. With an incident, counts and reports its
/// entries only. A log whose tail was cut off cannot be told from the file alone.
Result<Verification> verify(Database& database, const std::optional<IncidentId>& incident = {});

} // namespace warroom::journal
