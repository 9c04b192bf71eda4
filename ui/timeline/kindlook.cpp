// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/kindlook.h"

#include <QHash>

namespace warroom::timeline {

using namespace incident;

namespace {

/// One overload per alternative, so that a forgotten one does not compile.
struct KindOf {
    Body operator()(const Declare&) const { return IncidentDeclared{}; }
    Body operator()(const Retitle&) const { return IncidentRetitled{}; }
    Body operator()(const ChangeSeverity&) const { return SeverityChanged{}; }
    Body operator()(const ChangeStatus&) const { return StatusChanged{}; }
    Body operator()(const Resolve&) const { return StatusChanged{}; }
    Body operator()(const Close&) const { return MilestoneSet{Milestone::Closed, {}}; }
    Body operator()(const SetMilestone& set) const { return MilestoneSet{set.milestone, {}}; }
    Body operator()(const DescribeImpact&) const { return ImpactDescribed{}; }
    Body operator()(const AssignRole&) const { return RoleAssigned{}; }
    Body operator()(const ReleaseRole&) const { return RoleReleased{}; }
    Body operator()(const SendUpdate&) const { return UpdateSent{}; }
    Body operator()(const SetCadence&) const { return CadenceSet{}; }
    Body operator()(const Note& note) const { return Noted{note.kind, {}}; }
    Body operator()(const AssignAction&) const { return ActionAssigned{}; }
    Body operator()(const MarkAction& mark) const { return ActionMarked{mark.action, mark.mark}; }
    Body operator()(const ChangeOwner& change) const { return OwnerChanged{change.action, {}}; }
    Body operator()(const ProposeFollowUp&) const { return FollowUpProposed{}; }
    Body operator()(const AttachRunbook&) const { return RunbookAttached{}; }
    Body operator()(const MarkStep& mark) const { return StepMarked{mark.runbook, mark.step, mark.mark, {}, {}}; }
    Body operator()(const NoteStep& note) const { return StepNoted{note.runbook, note.step, note.output, {}}; }
    Body operator()(const SetVariable&) const { return VariableSet{}; }
    Body operator()(const TellAlert& tell) const { return AlertChanged{{}, {}, tell.state, {}}; }
    Body operator()(const WriteSection&) const { return SectionWritten{}; }
    Body operator()(const FlagEntry& flag) const { return EntryFlagged{flag.entry, flag.flag, flag.on}; }
    Body operator()(const AmendEntry&) const { return EntryAmended{}; }
    Body operator()(const RetractAct&) const { return EntryRetracted{}; }
    Body operator()(const RedactEntries&) const { return EntryRedacted{}; }
};

} // namespace

Body kindOf(const Command& command) { return std::visit(KindOf{}, command); }

QColor iconColour(const QString& word, const style::Theme& theme)
{
    static const QHash<QString, QColor style::Theme::*> colours{{QStringLiteral("declared"), &style::Theme::bad},
        {QStringLiteral("severity"), &style::Theme::bad}, {QStringLiteral("impact"), &style::Theme::bad},
        {QStringLiteral("role"), &style::Theme::accent}, {QStringLiteral("owner"), &style::Theme::warn},
        {QStringLiteral("update"), &style::Theme::accent}, {QStringLiteral("question"), &style::Theme::accent},
        {QStringLiteral("link"), &style::Theme::accent}, {QStringLiteral("follow-up"), &style::Theme::accent},
        {QStringLiteral("status"), &style::Theme::accent}, {QStringLiteral("hypothesis"), &style::Theme::hypothesis},
        {QStringLiteral("decision"), &style::Theme::good}, {QStringLiteral("milestone"), &style::Theme::good},
        {QStringLiteral("action-done"), &style::Theme::good}, {QStringLiteral("runbook"), &style::Theme::accent},
        {QStringLiteral("step-done"), &style::Theme::good}, {QStringLiteral("step-started"), &style::Theme::warn},
        {QStringLiteral("action"), &style::Theme::warn}, {QStringLiteral("action-started"), &style::Theme::warn},
        {QStringLiteral("alert"), &style::Theme::bad}, {QStringLiteral("alert-over"), &style::Theme::good}};
    return theme.*colours.value(word, &style::Theme::muted);
}

} // namespace warroom::timeline
