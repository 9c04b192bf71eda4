// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ports.h"

#include <algorithm>

namespace warroom {

Instant Clock::ongoing() const
{
    const std::lock_guard guard(m_mutex);
    const Instant wall = now();
    const Milliseconds at = monotonic();
    m_told = m_told ? std::max(wall, *m_told + (at - m_toldAt)) : wall;
    m_toldAt = at;
    return *m_told;
}

} // namespace warroom
