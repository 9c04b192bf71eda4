// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/wording.h"

#include "incident/factsjson.h"
#include "incident/prose.h"

namespace warroom::tests {

using namespace incident;
using namespace Qt::Literals::StringLiterals;

namespace {

QString quoted(const QString& text) { return text.isEmpty() ? QString() : u" '"_s + text + u'\''; }
QString after(const QString& word, const QString& text) { return text.isEmpty() ? QString() : word + text; }

QString owned(const std::optional<PersonId>& owner, const IncidentState& state)
{
    return owner ? u" of "_s + nameOf(*owner, state) : QString();
}

QString numbered(EntryId entry, const IncidentState& state)
{
    const Entry* row = state.entry(entry);
    return row ? u'#' + QString::number(row->number) : called(entry);
}

QStringList list(const std::vector<EntryId>& entries)
{
    QStringList all;
    for (const EntryId& entry : entries)
        all += called(entry);
    return all;
}

QString joined(const QStringList& parts) { return parts.isEmpty() ? u"nothing"_s : parts.join(u"; "_s); }

} // namespace

QString said(const Body& body, const IncidentState& state)
{
    return std::visit(
        Overloaded{
            [](const IncidentDeclared& b) {
                return u"declared "_s + b.severity + after(u" "_s, b.status) + quoted(b.title);
            },
            [](const IncidentRetitled& b) { return u"title"_s + quoted(b.title); },
            [](const PlaybookAdopted& b) { return u"playbook "_s + b.playbook.name; },
            [](const PersonIntroduced& b) {
                return u"introduced "_s + b.name + after(u" @"_s, b.handle)
                    + after(u" on the roster as "_s, b.rosterKey);
            },
            [](const SeverityChanged& b) { return u"severity "_s + b.severity + quoted(b.reason); },
            [](const StatusChanged& b) {
                return u"status "_s + b.status + (b.falseAlarm ? u" as false alarm"_s : QString()) + quoted(b.text);
            },
            [](const MilestoneSet& b) { return u"milestone "_s + playbook::word(b.milestone) + quoted(b.text); },
            [](const ImpactDescribed& b) { return u"impact"_s + quoted(b.text); },
            [&](const RoleAssigned& b) { return u"role %1 to %2"_s.arg(b.role, nameOf(b.person, state)); },
            [&](const RoleReleased& b) { return u"role %1 from %2"_s.arg(b.role, nameOf(b.person, state)); },
            [](const UpdateSent& b) {
                return u"update"_s + after(u" to "_s, b.audience)
                    + (b.nextDue ? u", next at "_s + shown(*b.nextDue) : QString()) + quoted(b.text)
                    + after(u" because of "_s, b.cause) + after(u" then "_s, b.nextSteps);
            },
            [](const CadenceSet& b) {
                return u"cadence %1 min"_s.arg(b.every.count()) + after(u" for "_s, b.audience);
            },
            [](const Noted& b) { return incident::word(b.kind) + quoted(b.text); },
            [&](const ActionAssigned& b) {
                return u"action"_s + owned(b.owner, state)
                    + (b.timer ? u" in %1 min"_s.arg(b.timer->count()) : QString()) + quoted(b.text);
            },
            [&](const ActionMarked& b) { return numbered(b.action, state) + u' ' + incident::word(b.mark); },
            [&](const OwnerChanged& b) { return numbered(b.action, state) + owned(b.owner, state); },
            [&](const FollowUpProposed& b) {
                return u"follow-up"_s + owned(b.owner, state) + after(u" due "_s, b.due.toString(Qt::ISODate))
                    + after(u" prio "_s, b.priority) + quoted(b.text);
            },
            [](const RunbookAttached& b) {
                return u"runbook of %1"_s.arg(b.steps) + quoted(b.title) + after(u" from "_s, b.source) + u':'
                    + QString(b.stepTexts).replace(u'\n', u'|');
            },
            [](const StepMarked& b) {
                return u"step %1 of %2 %3"_s.arg(QString::number(b.step), called(b.runbook), incident::word(b.mark))
                    + (b.answer ? u" answer %1"_s.arg(*b.answer) : QString()) + quoted(b.text);
            },
            [](const StepNoted& b) {
                return u"%1 at step %2 of %3"_s.arg(
                           b.output ? u"output"_s : u"note"_s, QString::number(b.step), called(b.runbook))
                    + quoted(b.text);
            },
            [](const VariableSet& b) { return b.name + u" is"_s + quoted(b.value); },
            [](const AlertChanged& b) {
                return u"alert "_s + b.fingerprint + u' ' + incident::word(b.state) + quoted(b.name);
            },
            [](const SectionWritten& b) { return u"section "_s + b.section + quoted(b.text); },
            [](const EntryFlagged& b) {
                return incident::word(b.flag) + (b.on ? u" on "_s : u" off "_s) + called(b.entry);
            },
            [](const EntryAmended& b) {
                return u"amended "_s + called(b.entry) + (b.occurredAt ? u" to "_s + shown(*b.occurredAt) : QString())
                    + quoted(b.text.value_or(QString()));
            },
            [](const EntryRetracted& b) { return u"retracted "_s + called(b.act) + quoted(b.reason); },
            [](const EntryRedacted& b) { return u"redacted "_s + (list(b.entries) + b.contents).join(u' '); },
            [](const Unknown& b) { return u"unknown "_s + b.type; },
        },
        body);
}

QString said(const Outcome& outcome, const IncidentState& state)
{
    if (outcome.refused)
        return u"refused: "_s + word(outcome.refused->code) + after(u" "_s, outcome.refused->detail);
    QStringList all;
    for (const Event& event : outcome.written) {
        const Envelope& e = event.envelope;
        all += said(event.body, state) + (e.by ? u" by "_s + nameOf(*e.by, state) : QString())
            + (e.occurredAt == outcome.happened ? QString() : u" at "_s + shown(e.occurredAt));
    }
    return joined(all);
}

QString called(EntryId entry)
{
    const QString text = entry.text();
    const int store = text.mid(9, 4).toInt(nullptr, 16);
    const int last = text.right(8).toInt(nullptr, 16);
    return (store ? QString::number(store) + u':' : QString()) + QString::number(last / 256)
        + (last % 256 ? u'+' + QString::number(last % 256) : QString());
}

QString nameOf(PersonId person, const IncidentState& state)
{
    const Person* known = state.person(person);
    return known ? known->shown() : u"somebody"_s;
}

QString timeline(const IncidentState& state)
{
    QStringList rows;
    for (const EntryPtr& entry : state.entries) {
        QStringList marks;
        for (const auto& [on, mark] : {std::pair(entry->pinned, u"pinned"_s), {entry->sensitive, u"sensitive"_s},
                 {entry->amended, u"amended"_s}, {entry->retracted, u"retracted"_s}, {entry->redacted, u"redacted"_s}})
            marks += on ? QStringList(mark) : QStringList();
        rows += shown(entry->occurredAt()) + u' ' + said(entry->body, state)
            + (marks.isEmpty() ? QString() : u" ("_s + marks.join(u", "_s) + u')');
    }
    return joined(rows);
}

QString inForce(const Field<QString>& field) { return field.value + u" since "_s + shown(field.since()); }

QString holders(const IncidentState& state, const QString& role)
{
    QStringList names;
    for (const PersonId& person : state.holders(role))
        names += nameOf(person, state);
    return names.join(u", "_s);
}

QString numbers(const IncidentState& state)
{
    QMap<int, QString> all;
    for (const Action& action : state.actions)
        all.insert(action.number, action.text);
    for (const FollowUp& followUp : state.followUps)
        all.insert(followUp.number, followUp.text);
    QStringList words;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        words += QString::number(it.key()) + u' ' + it.value();
    return words.join(u", "_s);
}

QString told(const IncidentState& state)
{
    return timeline(state).remove(u"14:00 declared P1 Investigating 'Sockets drop'; "_s);
}

QString milestones(const IncidentState& state)
{
    QStringList all;
    for (const Milestone milestone : playbook::allMilestones) {
        if (const auto time = state.milestone(milestone))
            all += playbook::word(milestone) + u' ' + shown(*time);
    }
    return all.join(u", "_s);
}

QString conflicts(const IncidentState& state)
{
    QStringList all;
    for (const Conflict& c : state.conflicts)
        all += u"%1: %2 over %3"_s.arg(c.field, called(c.inForce), called(c.other));
    return joined(all);
}

QString anomalies(const IncidentState& state)
{
    QStringList all;
    for (const Anomaly& a : state.anomalies)
        all += a.what + u' ' + called(a.entry);
    return joined(all);
}

std::vector<Command> everyCommand(EntryId entry)
{
    const PersonRef bob = named(u"Bob"_s);
    std::vector<Command> all{Story::declaration(), Retitle{u"x"_s}, ChangeSeverity{u"P2"_s, {}},
        ChangeStatus{u"Mitigating"_s, {}}, Resolve{}, Close{}, SetMilestone{Milestone::Detected, {}},
        DescribeImpact{u"x"_s}, AssignRole{u"scribe"_s, bob}, ReleaseRole{u"scribe"_s, bob},
        SendUpdate{{}, {}, {}, u"x"_s}, SetCadence{{}, std::chrono::minutes(5)}, Note{NoteKind::Note, u"x"_s, false},
        AssignAction{{}, {}, u"x"_s}, MarkAction{entry, Mark::Done}, ChangeOwner{entry, bob},
        ProposeFollowUp{{}, {}, {}, u"x"_s}, AttachRunbook{u"x"_s, {}, {u"look"_s, u"act"_s}, {}, "x"}, MarkStep{entry},
        NoteStep{entry, 0, true, u"x"_s}, SetVariable{u"<pod>"_s, u"x"_s},
        TellAlert{u"a1"_s, at(u"13:40"_s), AlertState::Firing, u"x"_s}, WriteSection{u"lessons"_s, u"x"_s},
        FlagEntry{entry, Flag::Pinned, true}, AmendEntry{entry, {}, u"x"_s}, RetractAct{entry, {}},
        RedactEntries{{entry}, {}}};
    Q_ASSERT(all.size() == std::variant_size_v<Command>);
    return all;
}

QString word(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownSeverity:
        return u"UnknownSeverity"_s;
    case ErrorCode::UnknownStatus:
        return u"UnknownStatus"_s;
    case ErrorCode::UnknownRole:
        return u"UnknownRole"_s;
    case ErrorCode::UnknownSection:
        return u"UnknownSection"_s;
    case ErrorCode::UnknownAction:
        return u"UnknownAction"_s;
    case ErrorCode::UnknownEntry:
        return u"UnknownEntry"_s;
    case ErrorCode::NoRunbook:
        return u"NoRunbook"_s;
    case ErrorCode::UnknownStep:
        return u"UnknownStep"_s;
    case ErrorCode::UnknownAnswer:
        return u"UnknownAnswer"_s;
    case ErrorCode::BadTime:
        return u"BadTime"_s;
    case ErrorCode::FutureTime:
        return u"FutureTime"_s;
    case ErrorCode::EmptyText:
        return u"EmptyText"_s;
    case ErrorCode::TextTooLong:
        return u"TextTooLong"_s;
    case ErrorCode::RoleNotHeld:
        return u"RoleNotHeld"_s;
    case ErrorCode::NotDeclared:
        return u"NotDeclared"_s;
    case ErrorCode::NotResolved:
        return u"NotResolved"_s;
    case ErrorCode::MilestoneStands:
        return u"MilestoneStands"_s;
    case ErrorCode::ActionOver:
        return u"ActionOver"_s;
    case ErrorCode::AlreadyDeclared:
        return u"AlreadyDeclared"_s;
    case ErrorCode::CannotRetract:
        return u"CannotRetract"_s;
    case ErrorCode::CannotAmend:
        return u"CannotAmend"_s;
    default:
        return u"error %1"_s.arg(int(code));
    }
}

} // namespace warroom::tests
