// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/result.h"
#include "journal/create.h"
#include "journal/folder.h"

namespace warroom::journal {

/// Makes the store where there is none (`none` says whether), checks it quickly, takes it away from other accounts'
/// eyes, and finds out how it can be opened here and now: the folder that comes back says why it can only be read. An
/// error where it cannot be read either. Everything that this process opens afterwards goes by that folder.
Result<Folder> prepare(const Folder& folder, const Clock& clock, IdSource& ids, NoStore none);

} // namespace warroom::journal
