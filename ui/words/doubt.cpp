// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/doubt.h"

#include "words/duration.h"
#include "words/sentence.h"
#include "words/translate.h"

namespace warroom::words {

namespace {

/// "Mitigated 14:10", with the date where that may be what is wrong.
QString named(playbook::Milestone name, Instant at, const QTimeZone& zone, bool withDate)
{
    const QString time = timeOfDay(at, zone);
    if (!withDate)
        return Words::tr("%1 %2", "milestone, time").arg(milestone(name), time);
    const QString day = toDateTime(at, zone).date().toString(Qt::ISODate);
    return Words::tr("%1 %2 %3", "milestone, date, time").arg(milestone(name), day, time);
}

} // namespace

QString doubt(const incident::Doubt& doubt, const incident::MilestoneTimes& times, const QTimeZone& zone)
{
    using Kind = incident::Doubt::Kind;
    const Instant at = times.value(doubt.milestone);
    const Instant against = times.value(doubt.against);
    const bool dates = doubt.kind != Kind::TooEarly || toDateTime(at, zone).date() != toDateTime(against, zone).date();
    const QString name = named(doubt.milestone, at, zone, dates);
    const QString other = named(doubt.against, against, zone, dates);
    switch (doubt.kind) {
    case Kind::Missing:
        return Words::tr("%1 has no time").arg(milestone(doubt.milestone));
    case Kind::TooEarly:
        return Words::tr("%1 is before %2").arg(name, other);
    case Kind::Ahead:
        return Words::tr("%1 has not been yet").arg(name);
    case Kind::DaysOff:
        return Words::tr("%1 is far from %2").arg(name, other);
    }
    Q_UNREACHABLE();
}

} // namespace warroom::words
