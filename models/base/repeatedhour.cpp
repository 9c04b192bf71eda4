// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/repeatedhour.h"

#include <algorithm>
#include <array>

namespace warroom {

namespace {

// No clock is put back by more.
constexpr std::chrono::hours around{3};

} // namespace

bool isShownTwice(Instant instant, const QTimeZone& zone)
{
    if (!zone.hasTransitions())
        return false;
    const auto offset = [&](Instant at) { return std::chrono::seconds(zone.offsetFromUtc(toDateTime(at))); };
    const auto here = offset(instant);
    return std::ranges::any_of(std::array<Milliseconds, 2>{-around, around}, [&](Milliseconds away) {
        const auto there = offset(instant + away);
        return there != here && offset(instant + here - there) == there;
    });
}

} // namespace warroom
