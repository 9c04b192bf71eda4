// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/reader.h"
#include "panels/unitdoubts.h"

namespace warroom::words {

/// Why a panel, or an expression of one, is not taken over.
QString panelRefusal(const panels::Refusal& refusal);

/// Why a file has no panels to give.
QString panelFault(const panels::Fault& fault);

/// What may be wrong with the unit of a panel.
QString unitDoubt(panels::UnitDoubt doubt);

} // namespace warroom::words
