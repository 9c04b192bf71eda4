// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::runbook {

/// The drawings of a document that ask and answer, each with the heading it stands under as its title.
std::vector<DecisionTree> treesIn(const std::vector<Block>& blocks);

} // namespace warroom::runbook
