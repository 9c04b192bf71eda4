// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clockbanner.h"

#include "incident/clocks.h"
#include "words/duration.h"

namespace warroom::desk {

namespace {

// Between two machines that keep their time well there is a second or two.
constexpr std::chrono::seconds bearable{10};

} // namespace

void ClockBanner::show(Instant wall, Instant latest, const QTimeZone& zone)
{
    const Milliseconds behind = latest - wall;
    if (behind <= bearable) {
        hide();
        return;
    }
    const QString text = tr("The clock of this machine is %1 behind what was logged here.")
                             .arg(words::shortDuration(std::chrono::ceil<std::chrono::minutes>(behind)));
    const QString then = behind > incident::farAhead
        ? tr("Set it right first: what you log would come before everything else.")
        : tr("What you log is timed %1 until it is right; a time you type counts as typed.")
              .arg(words::timeOfDay(latest, zone));
    say(text + QLatin1Char(' ') + then, QStringLiteral("soon"), theme().warn);
}

} // namespace warroom::desk
