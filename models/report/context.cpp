// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/context.h"

#include "incident/clocks.h"
#include "report/followed.h"
#include "report/markdown.h"
#include "report/responders.h"
#include "report/sections.h"
#include "report/timeline.h"
#include "report/times.h"
#include "report/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

using namespace incident;

QString severity(const IncidentState& state, const playbook::Playbook& playbook)
{
    const playbook::Severity* known = playbook.severity(state.severity.value);
    QString text = escaped(state.severity.value);
    if (known && !known->name.isEmpty())
        text += u" (%1)"_s.arg(escaped(known->name));
    return state.falseAlarm ? text + u", false alarm"_s : text;
}

QString duration(const IncidentState& state, const QString& zone)
{
    const auto start = clockStart(state);
    const auto end = clockEnd(state);
    if (!start)
        return u"unknown"_s;
    if (!end)
        return u"ongoing since %1 %2"_s.arg(clockTime(*start, state.zone()), zone);
    // Times are corrected by hand, so an end before the start is somebody's slip and no duration.
    const QString length = *end < *start ? u"unknown"_s : inWords(*end - *start);
    return u"%1 (%2 %3)"_s.arg(length, stretch(*start, *end, state.zone()), zone);
}

QString impactDuration(const IncidentState& state)
{
    const auto end = clockEnd(state);
    if (!end)
        return u"ongoing"_s;
    QStringList parts;
    const auto add = [&](std::optional<Instant> from, const QString& what) {
        if (from && *from <= *end)
            parts += u"%1 from the %2"_s.arg(inWords(*end - *from), what);
    };
    const bool alerted = state.milestone(Milestone::Detected).has_value();
    add(clockStart(state), alerted ? u"alert"_s : u"declaration"_s);
    add(state.milestone(Milestone::ImpactStarted), u"start of impact"_s);
    return parts.isEmpty() ? u"unknown"_s : parts.join("; "_L1);
}

/// "2026-01-31 14:15 UTC"
QString moment(const IncidentState& state, Milestone milestone, const QString& zone)
{
    const auto at = state.milestone(milestone);
    return at ? u"%1 %2 %3"_s.arg(day(*at, state.zone()), clockTime(*at, state.zone()), zone) : u"unknown"_s;
}

QString status(ActionState state)
{
    switch (state) {
    case ActionState::Open:
        return u"Planned"_s;
    case ActionState::Started:
        return u"In Progress"_s;
    case ActionState::Done:
        return u"Done"_s;
    case ActionState::Dropped:
        return u"Dropped"_s;
    }
    Q_UNREACHABLE();
}

QString actionItems(const IncidentState& state)
{
    if (state.followUps.empty())
        return unwritten;
    QString table = u"| Action | Owner | Due Date | Priority | Status |\n"
                    "|--------|-------|----------|----------|--------|"_s;
    for (const FollowUp& item : state.followUps) {
        const QString text = item.redacted && item.text.isEmpty() ? redactedMark : item.text;
        const QString owner = item.owner.value ? shownName(state, *item.owner.value) : u"nobody yet"_s;
        const QStringList cells{cell(text), escaped(owner),
            item.due.isValid() ? item.due.toString(Qt::ISODate) : u"no date"_s, escaped(item.priority),
            status(item.state.value)};
        table += u'\n' + tableRow(cells);
    }
    return table;
}

} // namespace

Context contextOf(const IncidentState& state, const playbook::Playbook& playbook, playbook::TimelineChoice timeline,
    const EntryWording& wording, const QStringList& named)
{
    const QString zone = escaped(name(state.zone()));
    const auto start = clockStart(state);
    Context context;
    context.values = {
        {u"title"_s, escaped(written(state, state.title))},
        {u"incident_id"_s, escaped(state.label)},
        {u"date"_s, start ? day(*start, state.zone()) : u"unknown"_s},
        {u"severity"_s, severity(state, playbook)},
        {u"status"_s, escaped(state.status.value)},
        {u"duration"_s, duration(state, zone)},
        {u"commander"_s, commanders(state)},
        {u"responders"_s, responders(state, playbook)},
        {u"zone"_s, zone},
        {u"impact"_s, cell(written(state, state.impact).trimmed())},
        {u"impact_duration"_s, impactDuration(state)},
        {u"timeline"_s, timelineTable(state, timeline, wording)},
        {u"action_items"_s, actionItems(state)},
        {u"runbooks"_s, followedRunbooks(state)},
    };

    for (const Milestone milestone : playbook::allMilestones)
        context.values.insert(u"milestone."_s + word(milestone), moment(state, milestone, zone));

    Context::Table others{{u"heading"_s, u"text"_s}, {}};
    for (const SectionText& section : sections(state, playbook)) {
        const QString name = u"section."_s + QString(section.id).replace(u'-', u'_');
        context.values.insert(name, section.markdown);
        if (!named.contains(name))
            others.rows.push_back({{u"heading"_s, escaped(section.heading)}, {u"text"_s, section.markdown}});
    }
    if (const QString followed = followedRunbooks(state); !followed.isEmpty() && !named.contains(u"runbooks"_s))
        others.rows.push_back({{u"heading"_s, u"Runbooks"_s}, {u"text"_s, followed}});
    context.tables.insert(u"other_sections"_s, others);
    return context;
}

} // namespace warroom::report
