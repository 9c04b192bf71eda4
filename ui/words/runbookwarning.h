// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::words {

/// What is odd about a line of a runbook, in one line.
QString runbookWarning(const runbook::Warning& warning);

/// Where the steps of a runbook were found: "from a numbered list".
QString runbookRule(runbook::Rule rule);

} // namespace warroom::words
