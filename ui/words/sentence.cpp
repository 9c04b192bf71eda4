// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/sentence.h"

#include "words/bodytext.h"
#include "words/translate.h"

namespace warroom::words {

using namespace incident;

namespace {

QString numbered(const QString& word, int number)
{
    return number > 0 ? Words::tr("%1 #%2", "Action #3").arg(word).arg(number) : word;
}

/// One overload per alternative, so that a forgotten one does not compile.
struct KindWord {
    int number;

    QString operator()(const IncidentDeclared&) const { return Words::tr("Declared"); }
    QString operator()(const IncidentRetitled&) const { return Words::tr("Title"); }
    QString operator()(const PlaybookAdopted&) const { return Words::tr("Playbook"); }
    QString operator()(const PersonIntroduced&) const { return Words::tr("Person"); }
    QString operator()(const SeverityChanged&) const { return Words::tr("Severity"); }
    QString operator()(const StatusChanged&) const { return Words::tr("Status"); }
    QString operator()(const MilestoneSet&) const { return Words::tr("Milestone"); }
    QString operator()(const ImpactDescribed&) const { return Words::tr("Impact"); }
    QString operator()(const RoleAssigned&) const { return Words::tr("Role"); }
    QString operator()(const RoleReleased&) const { return Words::tr("Role"); }
    QString operator()(const UpdateSent&) const { return numbered(Words::tr("Update"), number); }
    QString operator()(const CadenceSet&) const { return Words::tr("Cadence"); }
    QString operator()(const Noted& noted) const
    {
        switch (noted.kind) {
        case NoteKind::Note:
            return Words::tr("Note");
        case NoteKind::Decision:
            return Words::tr("Decision");
        case NoteKind::Hypothesis:
            return Words::tr("Hypothesis");
        case NoteKind::Question:
            return Words::tr("Question");
        case NoteKind::Link:
            return Words::tr("Link");
        }
        Q_UNREACHABLE();
    }
    QString operator()(const ActionAssigned&) const { return numbered(Words::tr("Action"), number); }
    /// An action or a follow-up: both are numbered in one row.
    QString operator()(const ActionMarked& marked) const
    {
        switch (marked.mark) {
        case Mark::Started:
            return numbered(Words::tr("Started"), number);
        case Mark::Done:
            return numbered(Words::tr("Done"), number);
        case Mark::Dropped:
            return numbered(Words::tr("Dropped"), number);
        }
        Q_UNREACHABLE();
    }
    QString operator()(const OwnerChanged&) const { return numbered(Words::tr("Owner"), number); }
    QString operator()(const FollowUpProposed&) const { return numbered(Words::tr("Follow-up"), number); }
    QString operator()(const RunbookAttached&) const { return Words::tr("Runbook"); }
    QString operator()(const StepMarked&) const { return Words::tr("Step"); }
    QString operator()(const StepNoted& noted) const { return noted.output ? Words::tr("Output") : Words::tr("Note"); }
    QString operator()(const VariableSet&) const { return Words::tr("Value"); }
    QString operator()(const AlertChanged&) const { return Words::tr("Alert"); }
    QString operator()(const SectionWritten&) const { return Words::tr("Section"); }
    QString operator()(const EntryFlagged&) const { return Words::tr("Flag"); }
    QString operator()(const EntryAmended&) const { return Words::tr("Amended"); }
    QString operator()(const EntryRetracted&) const { return Words::tr("Taken back"); }
    QString operator()(const EntryRedacted&) const { return Words::tr("Redacted"); }
    QString operator()(const Unknown&) const { return Words::tr("Unknown"); }
};

} // namespace

QString kind(const Entry& entry) { return std::visit(KindWord{entry.number}, entry.body); }

QString kind(const Body& body) { return std::visit(KindWord{0}, body); }

Sentence sentence(const Entry& entry, const IncidentState& state, const playbook::Playbook& playbook)
{
    return std::visit(BodyText(entry, state, playbook), entry.body);
}

QString person(const IncidentState& state, PersonId id)
{
    const Person* found = state.person(id);
    if (!found)
        return Words::tr("somebody unknown");
    return found->shown().isEmpty() ? Words::tr("[redacted]") : found->shown();
}

QString text(const incident::Field<QString>& field)
{
    return field.set() && field.value.isEmpty() ? Words::tr("[redacted]") : field.value;
}

QString role(const playbook::Playbook& playbook, const QString& id)
{
    const playbook::Role* found = playbook.role(id);
    return found ? found->name : id;
}

QString milestone(playbook::Milestone milestone)
{
    using playbook::Milestone;
    switch (milestone) {
    case Milestone::ImpactStarted:
        return Words::tr("Impact started");
    case Milestone::Detected:
        return Words::tr("Detected");
    case Milestone::Declared:
        return Words::tr("Declared");
    case Milestone::Acknowledged:
        return Words::tr("Acknowledged");
    case Milestone::Mitigated:
        return Words::tr("Mitigated");
    case Milestone::Resolved:
        return Words::tr("Resolved");
    case Milestone::Closed:
        return Words::tr("Closed");
    }
    Q_UNREACHABLE();
}

QString stepMark(incident::StepMark mark)
{
    switch (mark) {
    case incident::StepMark::Open:
        return Words::tr("open", "step");
    case incident::StepMark::Started:
        return Words::tr("begun", "step");
    case incident::StepMark::Done:
        return Words::tr("done", "step");
    case incident::StepMark::Skipped:
        return Words::tr("skipped", "step");
    }
    Q_UNREACHABLE();
}

} // namespace warroom::words
