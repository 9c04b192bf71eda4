// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/bodytext.h"

#include "words/duration.h"
#include "words/translate.h"
#include "words/visible.h"

#include <algorithm>

namespace warroom::words {

using namespace incident;

namespace {

QString redactedMark() { return Words::tr("[redacted]"); }

} // namespace

Sentence compose(const QString& pattern, std::initializer_list<Part> parts)
{
    Sentence result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int n = pattern[i] == QLatin1Char('%') && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (n < 1 || std::size_t(n) > parts.size()) {
            result.text += pattern[i];
            continue;
        }
        const Part& part = parts.begin()[n - 1];
        const Range range{int(result.text.size()), int(part.text.size())};
        if (part.isStrong && range.length > 0)
            result.strong.push_back(range);
        if (part.isMissing)
            result.missing.push_back(range);
        result.text += part.text;
        ++i;
    }
    return result;
}

QString BodyText::prose(const QString& text) const { return m_entry.redacted ? redactedMark() : text; }

Part BodyText::owner(const std::optional<PersonId>& id) const
{
    return strong(id ? person(m_state, *id) : Words::tr("unassigned"));
}

Part BodyText::firstOwner(const std::optional<PersonId>& id) const
{
    const Work* work = m_state.work(m_entry.id);
    const bool isMissing = work && !work->owner.value && !isOver(work->state.value);
    return !id && isMissing ? missing(owner(id).text) : owner(id);
}

QString BodyText::workText(EntryId id) const
{
    const Work* work = m_state.work(id);
    if (!work)
        return Words::tr("An action");
    return work->redacted ? redactedMark() : firstLine(work->text);
}

QString BodyText::severityBefore() const
{
    QString before;
    for (const EntryPtr& other : m_state.entries) {
        if (other->id == m_entry.id)
            break;
        if (other->retracted)
            continue;
        if (const auto* declared = std::get_if<IncidentDeclared>(&other->body))
            before = declared->severity;
        else if (const auto* changed = std::get_if<SeverityChanged>(&other->body))
            before = changed->severity;
    }
    return before;
}

QString BodyText::summary(EntryId id) const
{
    const Entry* entry = m_state.entry(id);
    // Flags and marks are about entries that say something, never about one another; this also ends any recursion.
    const bool speaks = entry && !std::holds_alternative<EntryFlagged>(entry->body)
        && !std::holds_alternative<EntryAmended>(entry->body) && !std::holds_alternative<EntryRetracted>(entry->body)
        && !std::holds_alternative<ActionMarked>(entry->body) && !std::holds_alternative<OwnerChanged>(entry->body);
    return speaks ? firstLine(sentence(*entry, m_state, m_playbook).text) : Words::tr("an entry");
}

Sentence BodyText::operator()(const IncidentDeclared& body) const
{
    return compose(Words::tr("Declared %1 — %2", "severity, title"), {strong(body.severity), plain(prose(body.title))});
}

Sentence BodyText::operator()(const IncidentRetitled& body) const
{
    return compose(Words::tr("Now called %1"), {strong(prose(body.title))});
}

Sentence BodyText::operator()(const PlaybookAdopted& body) const
{
    return compose(Words::tr("Follows the playbook %1"), {strong(body.playbook.name)});
}

Sentence BodyText::operator()(const PersonIntroduced& body) const
{
    return compose(Words::tr("%1 is new here"), {strong(prose(body.name.isEmpty() ? body.handle : body.name))});
}

Sentence BodyText::operator()(const SeverityChanged& body) const
{
    const QString before = severityBefore();
    const QString reason = prose(body.reason);
    const bool known = !before.isEmpty() && before != body.severity;
    if (reason.isEmpty()) {
        return known ? compose(Words::tr("Severity %1 → %2"), {plain(before), strong(body.severity)})
                     : compose(Words::tr("Severity %1"), {strong(body.severity)});
    }
    return known ? compose(Words::tr("Severity %1 → %2: %3"), {plain(before), strong(body.severity), plain(reason)})
                 : compose(Words::tr("Severity %1: %2"), {strong(body.severity), plain(reason)});
}

Sentence BodyText::operator()(const StatusChanged& body) const
{
    const QString text = prose(body.text);
    if (body.falseAlarm) {
        return text.isEmpty() ? compose(Words::tr("%1, a false alarm"), {strong(body.status)})
                              : compose(Words::tr("%1, a false alarm: %2"), {strong(body.status), plain(text)});
    }
    return text.isEmpty() ? compose(Words::tr("Status %1"), {strong(body.status)})
                          : compose(Words::tr("Status %1: %2"), {strong(body.status), plain(text)});
}

Sentence BodyText::operator()(const MilestoneSet& body) const
{
    const Part name = strong(milestone(body.milestone));
    const QString text = prose(body.text);
    return text.isEmpty() ? compose(QStringLiteral("%1"), {name})
                          : compose(Words::tr("%1: %2", "milestone, text"), {name, plain(text)});
}

Sentence BodyText::operator()(const ImpactDescribed& body) const { return {prose(body.text), {}}; }

Sentence BodyText::operator()(const RoleAssigned& body) const
{
    return compose(Words::tr("%1 takes %2", "person, role"),
        {plain(person(m_state, body.person)), strong(role(m_playbook, body.role))});
}

Sentence BodyText::operator()(const RoleReleased& body) const
{
    return compose(Words::tr("%1 gives up %2", "person, role"),
        {plain(person(m_state, body.person)), strong(role(m_playbook, body.role))});
}

Sentence BodyText::operator()(const UpdateSent& body) const
{
    if (body.audience.isEmpty())
        return {prose(body.text), {}};
    return compose(Words::tr("To %1: %2", "audience, text"), {strong(body.audience), plain(prose(body.text))});
}

Sentence BodyText::operator()(const CadenceSet& body) const
{
    if (body.every.count() == 0)
        return {Words::tr("No regular updates any more"), {}};
    const QString every = duration(body.every);
    if (body.audience.isEmpty())
        return compose(Words::tr("Updates every %1"), {strong(every)});
    return compose(Words::tr("Updates to %1 every %2"), {strong(body.audience), strong(every)});
}

Sentence BodyText::operator()(const Noted& body) const { return {prose(body.text), {}}; }

Sentence BodyText::operator()(const ActionAssigned& body) const
{
    if (body.timer) {
        return compose(Words::tr("%1 — owner %2, within %3"),
            {plain(prose(body.text)), firstOwner(body.owner), plain(duration(*body.timer))});
    }
    return compose(Words::tr("%1 — owner %2"), {plain(prose(body.text)), firstOwner(body.owner)});
}

Sentence BodyText::operator()(const ActionMarked& body) const
{
    const Part text = plain(workText(body.action));
    const Work* work = m_state.work(body.action);
    const Part who = owner(work ? work->owner.value : std::nullopt);
    switch (body.mark) {
    case Mark::Started:
        return compose(Words::tr("%1 started — owner %2"), {text, who});
    case Mark::Done:
        return compose(Words::tr("%1 done — owner %2"), {text, who});
    case Mark::Dropped:
        return compose(Words::tr("%1 dropped — owner %2"), {text, who});
    }
    Q_UNREACHABLE();
}

Sentence BodyText::operator()(const OwnerChanged& body) const
{
    return compose(Words::tr("%1 — owner now %2"), {plain(workText(body.action)), owner(body.owner)});
}

Sentence BodyText::operator()(const FollowUpProposed& body) const
{
    const Part text = plain(prose(body.text));
    const Part who = firstOwner(body.owner);
    const Part due = plain(body.due.toString(Qt::ISODate));
    const Part priority = plain(body.priority);
    if (body.due.isValid() && !body.priority.isEmpty())
        return compose(Words::tr("%1 — owner %2, due %3, %4"), {text, who, due, priority});
    if (body.due.isValid())
        return compose(Words::tr("%1 — owner %2, due %3"), {text, who, due});
    return body.priority.isEmpty() ? compose(Words::tr("%1 — owner %2"), {text, who})
                                   : compose(Words::tr("%1 — owner %2, %3", "priority"), {text, who, priority});
}

Sentence BodyText::operator()(const RunbookAttached& body) const
{
    return compose(Words::tr("%1 taken up — %2", "runbook, number of steps"),
        {strong(prose(body.title)),
            plain(counted(body.steps, Words::tr("1 step"), Words::tr("%n steps", nullptr, body.steps)))});
}

QString BodyText::stepText(EntryId id, int step) const
{
    const Runbook* runbook = m_state.runbook(id);
    if (!runbook)
        return Words::tr("Step %1").arg(step + 1);
    const QString title = runbook->redacted ? redactedMark() : runbook->title;
    const QString text = step < runbook->steps.size() ? runbook->steps[step] : redactedMark();
    return Words::tr("%1 · %2. %3", "runbook, number and text of a step").arg(title, QString::number(step + 1), text);
}

Sentence BodyText::operator()(const StepMarked& body) const
{
    const Part step = plain(stepText(body.runbook, body.step));
    const Part mark = strong(stepMark(body.mark));
    const QString text = prose(body.text);
    if (body.mark == StepMark::Open)
        return compose(Words::tr("%1 — %2 again"), {step, mark});
    if (body.answer && !text.isEmpty())
        return compose(Words::tr("%1 — %2"), {step, strong(text)});
    return text.isEmpty() ? compose(Words::tr("%1 — %2"), {step, mark})
                          : compose(Words::tr("%1 — %2: %3"), {step, mark, plain(text)});
}

Sentence BodyText::operator()(const StepNoted& body) const
{
    return compose(
        body.output || body.text.contains(QLatin1Char('\n')) ? QStringLiteral("%1:\n%2") : QStringLiteral("%1: %2"),
        {plain(stepText(body.runbook, body.step)), plain(prose(body.text))});
}

Sentence BodyText::operator()(const VariableSet& body) const
{
    return compose(QStringLiteral("%1 = %2"), {plain(body.name), strong(prose(body.value))});
}

Sentence BodyText::operator()(const AlertChanged& body) const
{
    const Part name = strong(prose(body.name));
    const Part summary = plain(body.summary);
    QStringList labels = body.labels.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    labels.removeIf([](const QString& label) { return label.startsWith(QLatin1String("alertname=")); });
    const Part which = plain(labels.join(QLatin1String(", ")));
    switch (body.state) {
    case AlertState::Firing:
        break;
    case AlertState::Suppressed:
        return compose(Words::tr("%1 suppressed", "alert"), {name});
    case AlertState::Resolved:
        return compose(Words::tr("%1 resolved", "alert"), {name});
    }
    if (labels.isEmpty())
        return summary.text.isEmpty() ? compose(Words::tr("%1 fires", "alert"), {name})
                                      : compose(Words::tr("%1 fires: %2", "alert"), {name, summary});
    return summary.text.isEmpty() ? compose(Words::tr("%1 fires (%2)", "alert, labels"), {name, which})
                                  : compose(Words::tr("%1 fires: %2 (%3)", "alert"), {name, summary, which});
}

Sentence BodyText::operator()(const SectionWritten& body) const
{
    const playbook::Section* section = m_playbook.section(body.section);
    return compose(body.text.contains(QLatin1Char('\n')) ? Words::tr("%1:\n%2", "heading, text")
                                                         : Words::tr("%1 — %2", "heading, text"),
        {strong(section ? section->heading : body.section), plain(prose(body.text))});
}

Sentence BodyText::operator()(const EntryFlagged& body) const
{
    const Part what = plain(summary(body.entry));
    switch (body.flag) {
    case Flag::Pinned:
        return compose(body.on ? Words::tr("Pinned: %1") : Words::tr("No longer pinned: %1"), {what});
    case Flag::Sensitive:
        return compose(body.on ? Words::tr("Sensitive: %1") : Words::tr("No longer sensitive: %1"), {what});
    }
    Q_UNREACHABLE();
}

Sentence BodyText::operator()(const EntryAmended& body) const
{
    return compose(Words::tr("Amended: %1"), {plain(summary(body.entry))});
}

Sentence BodyText::operator()(const EntryRetracted& body) const
{
    const Part what = plain(summary(body.act));
    const QString reason = prose(body.reason);
    return reason.isEmpty() ? compose(Words::tr("Taken back: %1"), {what})
                            : compose(Words::tr("Taken back: %1 (%2)"), {what, plain(reason)});
}

Sentence BodyText::operator()(const EntryRedacted& body) const
{
    const int n = int(body.entries.size());
    return {counted(n, Words::tr("Redacted an entry"), Words::tr("Redacted %n entries", nullptr, n)), {}};
}

Sentence BodyText::operator()(const Unknown&) const { return {Words::tr("Recorded by a newer Warroom"), {}}; }

} // namespace warroom::words
