// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/entryword.h"

namespace warroom::views {

using namespace incident;

namespace {

/// One overload per alternative, so that a forgotten one does not compile.
struct WordOf {
    QString operator()(const IncidentDeclared&) const { return QStringLiteral("declared"); }
    QString operator()(const IncidentRetitled&) const { return QStringLiteral("title"); }
    QString operator()(const PlaybookAdopted&) const { return {}; }
    QString operator()(const PersonIntroduced&) const { return {}; }
    QString operator()(const SeverityChanged&) const { return QStringLiteral("severity"); }
    QString operator()(const StatusChanged&) const { return QStringLiteral("status"); }
    QString operator()(const MilestoneSet&) const { return QStringLiteral("milestone"); }
    QString operator()(const ImpactDescribed&) const { return QStringLiteral("impact"); }
    QString operator()(const RoleAssigned&) const { return QStringLiteral("role"); }
    QString operator()(const RoleReleased&) const { return QStringLiteral("role"); }
    QString operator()(const UpdateSent&) const { return QStringLiteral("update"); }
    QString operator()(const CadenceSet&) const { return QStringLiteral("cadence"); }
    QString operator()(const Noted& noted) const
    {
        switch (noted.kind) {
        case NoteKind::Note:
            return QStringLiteral("note");
        case NoteKind::Decision:
            return QStringLiteral("decision");
        case NoteKind::Hypothesis:
            return QStringLiteral("hypothesis");
        case NoteKind::Question:
            return QStringLiteral("question");
        case NoteKind::Link:
            return QStringLiteral("link");
        }
        Q_UNREACHABLE();
    }
    QString operator()(const ActionAssigned&) const { return QStringLiteral("action"); }
    QString operator()(const ActionMarked& marked) const
    {
        switch (marked.mark) {
        case Mark::Started:
            return QStringLiteral("action-started");
        case Mark::Done:
            return QStringLiteral("action-done");
        case Mark::Dropped:
            return QStringLiteral("action-dropped");
        }
        Q_UNREACHABLE();
    }
    QString operator()(const OwnerChanged&) const { return QStringLiteral("owner"); }
    QString operator()(const FollowUpProposed&) const { return QStringLiteral("follow-up"); }
    QString operator()(const RunbookAttached&) const { return QStringLiteral("runbook"); }
    QString operator()(const StepMarked& marked) const { return stepWord(marked.mark); }
    QString operator()(const StepNoted& noted) const
    {
        return noted.output ? QStringLiteral("output") : QStringLiteral("note");
    }
    QString operator()(const VariableSet&) const { return QStringLiteral("variable"); }
    QString operator()(const AlertChanged& changed) const
    {
        return changed.state == AlertState::Firing ? QStringLiteral("alert") : QStringLiteral("alert-over");
    }
    QString operator()(const SectionWritten&) const { return QStringLiteral("section"); }
    QString operator()(const EntryFlagged&) const { return {}; }
    QString operator()(const EntryAmended&) const { return {}; }
    QString operator()(const EntryRetracted&) const { return {}; }
    QString operator()(const EntryRedacted&) const { return {}; }
    QString operator()(const Unknown&) const { return QStringLiteral("unknown"); }
};

} // namespace

QString stepWord(StepMark mark)
{
    switch (mark) {
    case StepMark::Open:
        return QStringLiteral("step-open");
    case StepMark::Started:
        return QStringLiteral("step-started");
    case StepMark::Done:
        return QStringLiteral("step-done");
    case StepMark::Skipped:
        return QStringLiteral("step-skipped");
    }
    Q_UNREACHABLE();
}

QString entryWord(const Body& body) { return std::visit(WordOf{}, body); }

} // namespace warroom::views
