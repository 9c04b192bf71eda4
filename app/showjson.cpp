// SPDX-License-Identifier: GPL-3.0-or-later
#include "showjson.h"

#include "incident/clocks.h"
#include "incident/factsjson.h"
#include "target.h"
#include "views/entryword.h"
#include "words/sentence.h"

#include <QJsonArray>

namespace warroom::app {

namespace {

using incident::IncidentState;
using playbook::Milestone;

QString key(const char* name) { return QLatin1String(name); }

QJsonValue timeOrNull(const std::optional<Instant>& time) { return time ? QJsonValue(toIso(*time)) : QJsonValue(); }

QJsonValue personOrNull(const IncidentState& state, const std::optional<PersonId>& id)
{
    return id ? QJsonValue(words::person(state, *id)) : QJsonValue();
}

QJsonObject milestones(const IncidentState& state)
{
    QJsonObject all;
    for (const Milestone milestone : playbook::allMilestones)
        all.insert(playbook::word(milestone), timeOrNull(state.milestone(milestone)));
    return all;
}

QJsonObject durations(const IncidentState& state)
{
    const auto seconds = [&](Milestone from, Milestone to) {
        const auto length = incident::between(state, from, to);
        return length ? QJsonValue(qint64(std::chrono::duration_cast<std::chrono::seconds>(*length).count()))
                      : QJsonValue();
    };
    const Milestone start = state.milestone(Milestone::Detected) ? Milestone::Detected : Milestone::Declared;
    return {{key("impact_to_detected"), seconds(Milestone::ImpactStarted, Milestone::Detected)},
        {key("detected_to_acknowledged"), seconds(start, Milestone::Acknowledged)},
        {key("detected_to_mitigated"), seconds(start, Milestone::Mitigated)},
        {key("detected_to_resolved"), seconds(start, Milestone::Resolved)},
        {key("impact_to_resolved"), seconds(Milestone::ImpactStarted, Milestone::Resolved)}};
}

QJsonArray roles(const Target& target)
{
    QJsonArray all;
    for (const playbook::Role& role : target.playbook().roles) {
        for (const PersonId& holder : target.state().holders(role.id))
            all += QJsonObject{{key("role"), role.name}, {key("person"), words::person(target.state(), holder)}};
    }
    return all;
}

QJsonArray actions(const IncidentState& state)
{
    QJsonArray all;
    for (const incident::Action& action : state.actions) {
        all += QJsonObject{{key("number"), action.number}, {key("text"), action.text},
            {key("owner"), personOrNull(state, action.owner.value)},
            {key("timer_s"), action.timer ? QJsonValue(qint64(action.timer->count()) * 60) : QJsonValue()},
            {key("state"), word(action.state.value)}};
    }
    return all;
}

QJsonArray followUps(const IncidentState& state)
{
    QJsonArray all;
    for (const incident::FollowUp& followUp : state.followUps) {
        all += QJsonObject{{key("number"), followUp.number}, {key("text"), followUp.text},
            {key("owner"), personOrNull(state, followUp.owner.value)},
            {key("due"), followUp.due.isValid() ? QJsonValue(followUp.due.toString(Qt::ISODate)) : QJsonValue()},
            {key("priority"), followUp.priority.isEmpty() ? QJsonValue() : QJsonValue(followUp.priority)},
            {key("state"), word(followUp.state.value)}};
    }
    return all;
}

QJsonArray runbooks(const IncidentState& state)
{
    QJsonArray all;
    for (const incident::Runbook& runbook : state.runbooks) {
        QJsonArray steps;
        for (const int step : runbook.way()) {
            const incident::StepState& mark = runbook.marks[std::size_t(step)].value;
            steps += QJsonObject{{key("number"), step + 1}, {key("text"), runbook.steps.value(step)},
                {key("answers"), QJsonArray::fromStringList(runbook.answers.value(step))},
                {key("state"), word(mark.mark)}, {key("said"), mark.text}};
        }
        all += QJsonObject{{key("title"), runbook.title}, {key("source"), runbook.source},
            {key("done"), runbook.done()}, {key("steps"), steps}};
    }
    return all;
}

QString stateWord(const incident::Entry& entry)
{
    return entry.retracted ? key("retracted")
        : entry.redacted   ? key("redacted")
        : entry.amended    ? key("amended")
                           : key("live");
}

QJsonArray entries(const Target& target)
{
    const IncidentState& state = target.state();
    QJsonArray all;
    for (const incident::EntryPtr& entry : state.entries) {
        all += QJsonObject{{key("id"), entry->id.text()}, {key("act"), entry->act.text()},
            {key("occurred_at"), toIso(entry->occurredAt())}, {key("recorded_at"), toIso(entry->recordedAt)},
            {key("kind"), views::entryWord(entry->body)},
            {key("text"), words::sentence(*entry, state, target.playbook()).text},
            {key("by"), words::person(state, entry->by)}, {key("author"), words::person(state, entry->author)},
            {key("pinned"), entry->pinned}, {key("sensitive"), entry->sensitive}, {key("state"), stateWord(*entry)}};
    }
    return all;
}

QJsonArray conflicts(const IncidentState& state)
{
    QJsonArray all;
    for (const incident::Conflict& conflict : state.conflicts) {
        all += QJsonObject{{key("field"), conflict.field}, {key("in_force"), conflict.inForce.text()},
            {key("other"), conflict.other.text()}};
    }
    return all;
}

QJsonArray alerts(const IncidentState& state)
{
    QJsonArray all;
    for (const incident::Alert& alert : state.alerts) {
        QJsonObject labels;
        for (auto label = alert.labels.begin(); label != alert.labels.end(); ++label)
            labels.insert(label.key(), *label);
        all += QJsonObject{{key("fingerprint"), alert.fingerprint}, {key("starts_at"), toIso(alert.startsAt)},
            {key("state"), incident::word(alert.state.value)}, {key("since"), toIso(alert.state.since())},
            {key("name"), alert.name}, {key("labels"), labels}, {key("summary"), alert.summary},
            {key("runbook_url"), alert.runbookUrl}, {key("graph_url"), alert.graphUrl}};
    }
    return all;
}

QJsonArray odd(const IncidentState& state, Instant now)
{
    QJsonArray all;
    for (const incident::Anomaly& anomaly : incident::anomalies(state, now))
        all += QJsonObject{{key("what"), anomaly.what}, {key("entry"), anomaly.entry.text()}};
    return all;
}

} // namespace

QJsonObject summaryJson(const IncidentState& state, const QString& label)
{
    return {{key("id"), label}, {key("uuid"), state.id.text()}, {key("title"), words::text(state.title)},
        {key("severity"), state.severity.value}, {key("status"), state.status.value},
        {key("playbook"), state.playbook.value.name}, {key("zone"), state.playbook.value.zone},
        {key("closed"), state.closed()}, {key("declared"), timeOrNull(state.milestone(Milestone::Declared))}};
}

QJsonObject showJson(const Target& target, Instant now)
{
    const IncidentState& state = target.state();
    QJsonObject all = summaryJson(state, target.listed().label);
    const auto update = incident::nextUpdate(state, now);
    QJsonObject sections;
    for (auto it = state.sections.cbegin(); it != state.sections.cend(); ++it)
        sections.insert(it.key(), words::text(*it));
    all.insert(key("impact"), words::text(state.impact));
    all.insert(key("false_alarm"), state.falseAlarm);
    all.insert(key("milestones"), milestones(state));
    all.insert(key("durations"), durations(state));
    all.insert(key("roles"), roles(target));
    all.insert(key("actions"), actions(state));
    all.insert(key("follow_ups"), followUps(state));
    all.insert(key("runbooks"), runbooks(state));
    all.insert(key("alerts"), alerts(state));
    all.insert(key("sections"), sections);
    all.insert(key("next_update_due"), update ? QJsonValue(toIso(update->due)) : QJsonValue());
    all.insert(key("entries"), entries(target));
    all.insert(key("conflicts"), conflicts(state));
    all.insert(key("anomalies"), odd(state, now));
    return all;
}

} // namespace warroom::app
