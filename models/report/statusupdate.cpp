// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/statusupdate.h"

#include "incident/clocks.h"
#include "report/template.h"
#include "report/templates.h"
#include "report/times.h"
#include "report/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

using namespace incident;

/// What is marked as sensitive goes out only where somebody types it.
bool mayGoOut(const IncidentState& state, EntryId id)
{
    const Entry* entry = state.entry(id);
    return entry && !entry->redacted && !entry->sensitive;
}

QString done(const IncidentState& state, Instant since)
{
    QStringList lines;
    for (const Action& action : state.actions) {
        if (!mayGoOut(state, action.entry))
            continue;
        if (action.state.value == ActionState::Done && action.state.since() >= since)
            lines += u"✓ "_s + action.text;
        else if (action.state.value == ActionState::Started)
            lines += u"◔ "_s + action.text;
    }
    return lines.join(u'\n');
}

QStringList open(const IncidentState& state)
{
    QStringList lines;
    for (const Action& action : state.actions) {
        if (action.state.value != ActionState::Open || !mayGoOut(state, action.entry))
            continue;
        const QString owner = action.owner.value ? u" (%1)"_s.arg(shownName(state, *action.owner.value)) : QString();
        lines += u"- "_s + action.text + owner;
    }
    return lines;
}

/// What an earlier update announced, without the actions among it: what is open of them is said anew, the rest is over.
QStringList announced(const QString& nextSteps, const std::vector<Action>& actions)
{
    QStringList lines = nextSteps.split(u'\n');
    lines.removeAll(QString());
    lines.removeIf([&](const QString& line) {
        return std::ranges::any_of(actions, [&](const Action& action) {
            const QString said = u"- "_s + action.text;
            return line == said || line.startsWith(said + u" ("_s);
        });
    });
    return lines;
}

/// What is open, in the words that somebody gave it in the last update, and what else that one announced.
QString nextSteps(const IncidentState& state, const Update* last)
{
    QStringList lines = open(state);
    if (!last)
        return lines.join(u'\n');
    const QStringList told = last->nextSteps.split(u'\n');
    for (QString& line : lines) {
        const auto words = std::ranges::find_if(told, [&](const QString& each) { return each.startsWith(line); });
        if (words != told.end() && !told.contains(line))
            line = *words;
    }
    lines += announced(last->nextSteps, state.actions);
    lines.removeDuplicates(); // without an owner, what was added to it looks announced besides
    return lines.join(u'\n');
}

/// What was said when it ended; empty while it runs, and where nothing was.
QString resolution(const IncidentState& state)
{
    const Entry* entry = state.entry(state.status.rank.entry);
    const auto* changed = entry ? std::get_if<StatusChanged>(&entry->body) : nullptr;
    const bool tells = changed && state.playbook.value.isEnd(changed->status) && mayGoOut(state, entry->id);
    return tells ? changed->text : QString();
}

/// The latest hypothesis, unless an update has said something since.
QString cause(const IncidentState& state, const Update* last)
{
    for (auto it = state.entries.rbegin(); it != state.entries.rend(); ++it) {
        const Entry& entry = **it;
        const auto* noted = std::get_if<Noted>(&entry.body);
        if (last && !last->cause.isEmpty() && entry.occurredAt() <= last->sentAt)
            break;
        if (noted && noted->kind == NoteKind::Hypothesis && !entry.retracted && mayGoOut(state, entry.id))
            return noted->text;
    }
    return last ? last->cause : QString();
}

QString nextUpdateText(std::optional<Instant> due, const IncidentState& state, Instant now)
{
    if (!due)
        return {};
    const QString zone = name(state.zone());
    const QString time = day(*due, state.zone()) == day(now, state.zone())
        ? clockTime(*due, state.zone())
        : day(*due, state.zone()) + u' ' + clockTime(*due, state.zone());
    // Begun minutes count here: "15 minutes" is said a few seconds late as a rule.
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(*due - now);
    return u"%1 (%2 %3)"_s.arg(inWords(minutes), time, zone);
}

QString durationText(const IncidentState& state, Instant now)
{
    const auto start = clockStart(state);
    const Instant end = clockEnd(state).value_or(now);
    return start && *start <= end
        ? u"%1 (%2 %3)"_s.arg(inWords(end - *start), stretch(*start, end, state.zone()), name(state.zone()))
        : QString();
}

Context::Table followUps(const IncidentState& state)
{
    Context::Table table{{u"text"_s, u"owner"_s, u"due"_s, u"priority"_s}, {}};
    for (const FollowUp& item : state.followUps) {
        const bool open = item.state.value == ActionState::Open || item.state.value == ActionState::Started;
        if (!open || !mayGoOut(state, item.entry))
            continue;
        table.rows.push_back(
            {{u"text"_s, item.text}, {u"owner"_s, item.owner.value ? shownName(state, *item.owner.value) : QString()},
                {u"due"_s, item.due.toString(Qt::ISODate)}, {u"priority"_s, item.priority}});
    }
    return table;
}

Context contextOf(const UpdateForm& form, const IncidentState& state, const playbook::Playbook& playbook,
    const playbook::Audience& audience, Instant now)
{
    const playbook::Severity* severity = playbook.severity(state.severity.value);
    const auto impact = state.milestone(Milestone::ImpactStarted);
    const auto start = impact ? impact : clockStart(state);
    const auto commander = state.commander();
    Context context;
    context.values = {
        {u"incident_id"_s, state.label},
        {u"number"_s, QString::number(state.lastUpdate + 1)},
        {u"audience"_s, audience.name},
        {u"title"_s, written(state, state.title)},
        {u"severity"_s, state.severity.value},
        {u"severity_name"_s, severity ? severity->name : QString()},
        {u"status"_s, form.status},
        {u"impact"_s, form.impact},
        {u"start_time"_s,
            start ? u"%1 %2"_s.arg(clockTime(*start, state.zone(), u"yyyy-MM-dd HH:mm:ss"_s), name(state.zone()))
                  : QString()},
        {u"elapsed"_s, inWords(elapsed(state, now))},
        {u"duration"_s, durationText(state, now)},
        {u"commander"_s, commander ? shownName(state, *commander) : u"nobody yet"_s},
        {u"done"_s, form.done},
        {u"cause"_s, form.cause},
        {u"next_steps"_s, form.nextSteps},
        {u"next_update"_s, nextUpdateText(form.nextDue, state, now)},
    };
    context.tables.insert(u"follow_ups"_s, followUps(state));
    return context;
}

QString templateFor(const UpdateForm& form, const IncidentState& state, const playbook::Audience& audience)
{
    if (state.playbook.value.isEnd(form.status))
        return audience.resolution.isEmpty() ? builtInTemplate(u"update-resolution"_s) : audience.resolution;
    if (!lastUpdate(state, audience.id))
        return audience.initial.isEmpty() ? builtInTemplate(u"update-initial"_s) : audience.initial;
    return audience.regular.isEmpty() ? builtInTemplate(u"update-regular"_s) : audience.regular;
}

} // namespace

const Update* lastUpdate(const IncidentState& state, const QString& audience)
{
    const Update* last = nullptr;
    for (const Update& update : state.updates) {
        if (update.audience == audience && (!last || last->sentAt <= update.sentAt))
            last = &update;
    }
    return last;
}

std::vector<EntryPtr> sinceLastUpdate(const IncidentState& state, const QString& audience)
{
    const Update* last = lastUpdate(state, audience);
    std::vector<EntryPtr> entries;
    for (const EntryPtr& entry : state.entries) {
        const bool since = !last || (entry->rank.occurredAt > last->sentAt && entry->id != last->entry);
        if (since && !entry->retracted)
            entries.push_back(entry);
    }
    return entries;
}

UpdateForm regularForm(const IncidentState& state, const QString& audience, Instant now)
{
    const Update* last = lastUpdate(state, audience);
    const std::chrono::minutes every = cadence(state, audience);
    const bool ended = state.playbook.value.isEnd(state.status.value);
    const QString fixedBy = resolution(state);
    // At the end all of what was done counts, not what was done since the last time.
    const Instant since = last && !ended ? last->sentAt : Instant::min();
    return {
        .status = state.status.value,
        .impact = mayGoOut(state, state.impact.rank.entry) ? state.impact.value : QString(),
        .done = fixedBy.isEmpty() ? done(state, since) : fixedBy,
        .cause = cause(state, last),
        .nextSteps = nextSteps(state, ended ? nullptr : last),
        .nextDue = every.count() > 0 && !ended ? std::optional<Instant>(now + every) : std::nullopt,
    };
}

UpdateForm unchangedForm(const IncidentState& state, const QString& audience, Instant now)
{
    UpdateForm form = regularForm(state, audience, now);
    const bool ended = state.playbook.value.isEnd(state.status.value);
    if (const Update* last = lastUpdate(state, audience); last && !ended)
        form.done = u"No change since %1 %2."_s.arg(clockTime(last->sentAt, state.zone()), name(state.zone()));
    return form;
}

QStringList usedFields(const UpdateForm& form, const IncidentState& state, const playbook::Audience& audience)
{
    const Result<std::vector<Tag>> used = tags(templateFor(form, state, audience));
    QStringList fields{u"impact"_s, u"done"_s, u"cause"_s, u"next_steps"_s};
    if (used)
        fields.removeIf(
            [&](const QString& field) { return std::ranges::find(*used, field, &Tag::name) == used->end(); });
    return fields;
}

Result<QString> updateText(const UpdateForm& form, const IncidentState& state, const playbook::Playbook& playbook,
    const playbook::Audience& audience, Instant now)
{
    QString text = templateFor(form, state, audience);
    text.replace("\r\n"_L1, "\n"_L1);
    const Result<std::vector<Tag>> used = tags(text);
    if (!used)
        return used.error();
    const Context context = contextOf(form, state, playbook, audience, now);
    if (const QStringList unknown = unknownNames(*used, context); !unknown.isEmpty())
        return Error{ErrorCode::BadTemplate, unknown.join(", "_L1)};
    return rendered(text, context).trimmed();
}

} // namespace warroom::report
