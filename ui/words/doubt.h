// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/doubts.h"

namespace warroom::words {

/// What does not look right, in one line: "Mitigated 14:10 is before Detected 14:23".
QString doubt(const incident::Doubt& doubt, const incident::MilestoneTimes& times, const QTimeZone& zone);

} // namespace warroom::words
