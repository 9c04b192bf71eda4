// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/draft.h"

namespace warroom::capture {

bool isVerb(const QString& word);

/// Reads what follows a verb into its command, or refuses.
void readVerb(const QString& word, Draft& draft);

} // namespace warroom::capture
