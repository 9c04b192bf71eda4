// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/endchecks.h"

#include "incident/clocks.h"
#include "incident/doubts.h"
#include "report/postmortem.h"
#include "words/doubt.h"
#include "words/duration.h"
#include "words/sentence.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QCoreApplication>

#include <algorithm>

namespace warroom::desk {

using incident::ActionState;
using incident::IncidentState;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::EndChecks)
};

constexpr int named = 3; ///< So many of a list are named.

QString listed(QStringList names)
{
    const int more = int(names.size()) - named;
    names = names.mid(0, named);
    if (more > 0)
        names << Text::tr("%1 more").arg(more);
    return names.join(QStringLiteral(", "));
}

bool isOpen(const incident::Field<ActionState>& state)
{
    return state.value == ActionState::Open || state.value == ActionState::Started;
}

QString numbered(int number, const QString& text)
{
    return QStringLiteral("#%1 %2").arg(number).arg(words::visible(words::firstLine(text)));
}

void addTimes(std::vector<Check>& checks, const incident::MilestoneTimes& times, bool falseAlarm, Instant now,
    const QTimeZone& zone)
{
    const std::vector<incident::Doubt> doubts = incident::milestoneDoubts(times, falseAlarm, now);
    for (const incident::Doubt& doubt : doubts)
        checks.push_back({false, words::doubt(doubt, times, zone)});
    if (doubts.empty())
        checks.push_back({true, Text::tr("The times are in order")});
}

Check actionsDone(const IncidentState& state)
{
    QStringList open;
    for (const incident::Action& action : state.actions) {
        if (isOpen(action.state))
            open << numbered(action.number, action.text);
    }
    if (open.isEmpty())
        return {true, Text::tr("No action is open")};
    const QString names = listed(open);
    return {false,
        words::counted(int(open.size()), Text::tr("1 action is open: %1").arg(names),
            Text::tr("%n actions are open: %1", nullptr, int(open.size())).arg(names))};
}

Check sectionsWritten(const IncidentState& state, const playbook::Playbook& playbook)
{
    QStringList left;
    for (const playbook::Section& section : playbook.postMortem.sections) {
        if (!state.sections.value(section.id).set())
            left << words::visible(section.heading);
    }
    const int all = int(playbook.postMortem.sections.size());
    if (left.isEmpty())
        return {true, Text::tr("Every section of the post-mortem is written")};
    return {false,
        Text::tr("%1 of %2 sections are written; nobody wrote %3")
            .arg(QString::number(all - int(left.size())), QString::number(all), listed(left))};
}

Check followUpsComplete(const IncidentState& state)
{
    int all = 0;
    QStringList incomplete;
    for (const incident::FollowUp& followUp : state.followUps) {
        if (followUp.state.value == ActionState::Dropped)
            continue;
        ++all;
        if (isOpen(followUp.state) && (!followUp.owner.value || !followUp.due.isValid()))
            incomplete << numbered(followUp.number, followUp.text);
    }
    if (all == 0)
        return {false, Text::tr("There is no follow-up")};
    if (!incomplete.isEmpty())
        return {false, Text::tr("A follow-up without owner or due date: %1").arg(listed(incomplete))};
    return {true,
        words::counted(all, Text::tr("1 follow-up, with owner and due date"),
            Text::tr("%n follow-ups, each with owner and due date", nullptr, all))};
}

Check endTold(const IncidentState& state)
{
    const std::optional<Instant> resolved = state.milestone(playbook::Milestone::Resolved);
    const bool told = std::ranges::any_of(
        state.updates, [&](const incident::Update& update) { return resolved && update.sentAt >= *resolved; });
    return told ? Check{true, Text::tr("An update said that it is over")}
                : Check{false, Text::tr("No update has said that it is over")};
}

} // namespace

std::vector<Check> checksToResolve(const IncidentState& state, Instant resolvedAt, bool falseAlarm, Instant now)
{
    std::vector<Check> checks{actionsDone(state)};
    incident::MilestoneTimes times = incident::milestoneTimes(state);
    times.insert(playbook::Milestone::Resolved, resolvedAt);
    addTimes(checks, times, falseAlarm, now, state.zone());
    return checks;
}

std::vector<Check> checksToClose(const IncidentState& state, const playbook::Playbook& playbook, Instant now)
{
    std::vector<Check> checks{
        actionsDone(state), endTold(state), sectionsWritten(state, playbook), followUpsComplete(state)};
    addTimes(checks, incident::milestoneTimes(state), state.falseAlarm, now, state.zone());
    if (const std::optional<Instant> due = report::postMortemDue(state, playbook)) {
        const QDate today = toDateTime(now, state.zone()).date();
        const QString when = words::shortDate(toDateTime(*due, state.zone()).date(), today) + QLatin1Char(' ')
            + words::timeOfDay(*due, state.zone());
        checks.push_back({now <= *due,
            now <= *due ? Text::tr("The post-mortem is due %1").arg(when)
                        : Text::tr("The post-mortem was due %1").arg(when)});
    }
    return checks;
}

} // namespace warroom::desk
