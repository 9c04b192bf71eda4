// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time.h"

namespace warroom {

QString toIso(Instant instant)
{
    const bool whole = toMs(instant) % 1000 == 0;
    return toDateTime(instant).toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
}

} // namespace warroom
