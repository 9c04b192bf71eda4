// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/storefolder.h"

#include <random>
#include <vector>

namespace warroom::bench {

/// Declares so many incidents and gives each so many notes, in one transaction but in rows as the program writes them:
/// same schema, search index, hash chain.
std::vector<IncidentId> fill(support::StoreFolder& room, int incidents, int notesEach);

/// A word of the notes; the greater the number, the rarer.
QString wordOf(int number);
/// Some words in the order in which people would say them, as `chance` has it.
QString sentence(std::mt19937& chance);

} // namespace warroom::bench
