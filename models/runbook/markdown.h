// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"
#include "runbook/sourcelines.h"

namespace warroom::runbook {

struct Markdown {
    std::vector<Block> blocks;
    Counts counts;
    std::vector<Warning> warnings;
};

/// CommonMark with the tables, tasks and struck text of GitHub. Tags are text.
Markdown parse(const SourceLines& source);

} // namespace warroom::runbook
