// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/step.h"

#include <QRegularExpression>

#include <algorithm>

namespace warroom::metrics {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds longest = 24h * 366 * 100;

Milliseconds up(Milliseconds length, Milliseconds unit) { return (length + unit - 1ms) / unit * unit; }

Instant down(Instant instant, Milliseconds step)
{
    const Milliseconds since = instant.time_since_epoch();
    const Milliseconds over = since % step;
    return Instant(since - over - (over.count() < 0 ? step : 0ms));
}

} // namespace

Milliseconds roundStep(Milliseconds atLeast)
{
    for (const Milliseconds unit : {Milliseconds(1s), Milliseconds(1min), Milliseconds(1h)}) {
        for (const int times : {1, 2, 5, 10, 15, 30}) {
            if (unit * times >= atLeast)
                return unit * times;
        }
    }
    return up(atLeast, 24h);
}

Range rangeOf(Instant from, Instant to, Milliseconds step)
{
    const Milliseconds apart = std::max(step, Milliseconds(1));
    return {down(std::min(from, to), apart), down(to, apart), apart};
}

Range rangeOf(Instant from, Instant to, qint64 width, Milliseconds scrapeInterval)
{
    // Start and end are both among the points, and the alignment may add one.
    const qint64 intervals = std::clamp<qint64>(width, 1, mostPoints - 2);
    const Milliseconds length = std::max(to - from, Milliseconds(0));
    const Milliseconds even((length.count() + intervals - 1) / intervals);
    return rangeOf(from, to, roundStep(std::max(even, scrapeInterval)));
}

std::optional<Milliseconds> readDuration(const QString& text)
{
    static const QRegularExpression seconds(QStringLiteral("\\A[0-9]{1,10}(?:\\.[0-9]{1,3})?\\z"));
    static const QRegularExpression units(QStringLiteral("\\A(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?"
                                                         "(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?\\z"));
    Milliseconds length{0};
    if (seconds.match(text).hasMatch()) {
        length = Milliseconds(qRound64(text.toDouble() * 1000));
    } else {
        const QRegularExpressionMatch found = units.match(text);
        if (text.isEmpty() || !found.hasMatch())
            return {};
        const Milliseconds each[] = {24h * 7, 24h, 1h, 1min, 1s, 1ms};
        for (int i = 0; i < 6; ++i)
            length += each[i] * found.captured(i + 1).toLongLong();
    }
    return length <= longest ? std::optional(length) : std::nullopt;
}

} // namespace warroom::metrics
