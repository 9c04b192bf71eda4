// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::runbook {

/// The runbooks of a document: those that its headings name, or that have the same headings below them one after the
/// other; else all of it is one, of the given title, with steps or without.
std::vector<Runbook> runbooksIn(const std::vector<Block>& blocks, const QString& title);

} // namespace warroom::runbook
