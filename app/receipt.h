// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/store.h"

namespace warroom::app {

class Target;

/// What a verb that writes prints of an act: its id, once it is on disk, and on standard error what one would not
/// expect of it. Nothing where it was already so.
void printReceipt(const Target& target, const journal::Receipt& receipt);

} // namespace warroom::app
