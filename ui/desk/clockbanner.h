// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "desk/banner.h"

namespace warroom::desk {

/// Says that the clock of this machine is behind what was logged, as long as it is.
class ClockBanner : public Banner
{
    Q_OBJECT

public:
    using Banner::Banner;

    /// `latest`: when the last entry was logged, by the clock of whoever did. `zone`: the incident's.
    void show(Instant wall, Instant latest, const QTimeZone& zone);
};

} // namespace warroom::desk
