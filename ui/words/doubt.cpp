// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/doubt.h"

#include "words/duration.h"
#include "words/sentence.h"
#include "words/translate.h"

namespace warroom::words {

namespace {

/// "Mitigated 14:10", with the date where that is what may be wrong.
QString named(playbook::Milestone name, const incident::IncidentState& state, bool withDate)
{
    const Instant at = state.milestone(name).value_or(Instant{});
    const QDate day = toDateTime(at, state.zone()).date();
    const QString time = timeOfDay(at, state.zone());
    return withDate ? Words::tr("%1 %2 %3", "milestone, date, time").arg(milestone(name), day.toString(Qt::ISODate), time)
                    : Words::tr("%1 %2", "milestone, time").arg(milestone(name), time);
}

} // namespace

QString doubt(const incident::Doubt& doubt, const incident::IncidentState& state)
{
    using Kind = incident::Doubt::Kind;
    const auto day = [&](playbook::Milestone name) {
        return toDateTime(state.milestone(name).value_or(Instant{}), state.zone()).date();
    };
    switch (doubt.kind) {
    case Kind::Missing:
        return Words::tr("%1 has no time").arg(milestone(doubt.milestone));
    case Kind::TooEarly: {
        const bool dates = day(doubt.milestone) != day(doubt.against);
        return Words::tr("%1 is before %2")
            .arg(named(doubt.milestone, state, dates), named(doubt.against, state, dates));
    }
    case Kind::Ahead:
        return Words::tr("%1 has not been yet").arg(named(doubt.milestone, state, true));
    case Kind::DaysOff:
        return Words::tr("%1 is far from %2")
            .arg(named(doubt.milestone, state, true), named(doubt.against, state, true));
    }
    Q_UNREACHABLE();
}

} // namespace warroom::words
