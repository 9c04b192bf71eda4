// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

namespace warroom {

/// Whether a clock on the wall of that zone shows this moment's time twice, since it was put back between the two. Then
/// the time alone does not say which one is meant.
bool isShownTwice(Instant instant, const QTimeZone& zone);

} // namespace warroom
