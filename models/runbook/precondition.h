// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::runbook {

/// What must hold before the step is taken, in the words of the document: "only after verifying downstream health".
/// Empty where it names nothing.
QString preconditionOf(const Step& step);

} // namespace warroom::runbook
