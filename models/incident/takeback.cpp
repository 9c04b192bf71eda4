// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/takeback.h"

#include "incident/prose.h"

#include <algorithm>

namespace warroom::incident {

namespace {

PersonRef known(PersonId id) { return {id, {}, {}, {}}; }

std::optional<PersonRef> known(const std::optional<PersonId>& id)
{
    return id ? std::optional(known(*id)) : std::nullopt;
}

/// One overload per alternative, so that a forgotten one does not compile.
struct CommandFor {
    using Back = std::optional<Command>;
    bool pinned;
    bool sensitive;

    Back operator()(const IncidentDeclared&) const { return {}; }
    Back operator()(const IncidentRetitled& b) const { return Retitle{b.title}; }
    Back operator()(const PlaybookAdopted&) const { return {}; }
    Back operator()(const PersonIntroduced&) const { return {}; }
    Back operator()(const SeverityChanged& b) const { return ChangeSeverity{b.severity, b.reason}; }
    Back operator()(const StatusChanged& b) const
    {
        return b.falseAlarm ? Command(Resolve{true, b.text}) : Command(ChangeStatus{b.status, b.text});
    }
    Back operator()(const MilestoneSet& b) const { return SetMilestone{b.milestone, b.text, false}; }
    Back operator()(const ImpactDescribed& b) const { return DescribeImpact{b.text}; }
    Back operator()(const RoleAssigned& b) const { return AssignRole{b.role, known(b.person)}; }
    Back operator()(const RoleReleased& b) const { return ReleaseRole{b.role, known(b.person)}; }
    Back operator()(const UpdateSent& b) const
    {
        return SendUpdate{b.audience, {}, b.nextDue, b.text, b.cause, b.nextSteps, {}, {}};
    }
    Back operator()(const CadenceSet& b) const { return SetCadence{b.audience, b.every}; }
    Back operator()(const Noted& b) const { return Note{b.kind, b.text, pinned, sensitive}; }
    Back operator()(const ActionAssigned& b) const { return AssignAction{known(b.owner), b.timer, b.text}; }
    Back operator()(const ActionMarked& b) const { return MarkAction{b.action, b.mark}; }
    Back operator()(const OwnerChanged& b) const { return ChangeOwner{b.action, known(b.owner)}; }
    Back operator()(const FollowUpProposed& b) const
    {
        return ProposeFollowUp{known(b.owner), b.due, b.priority, b.text};
    }
    Back operator()(const RunbookAttached& b) const
    {
        return AttachRunbook{b.title, b.source, b.stepTexts.split(QLatin1Char('\n')), b.leads, {}, b.content};
    }
    Back operator()(const StepMarked& b) const { return MarkStep{b.runbook, b.step, b.mark, b.answer, b.text}; }
    Back operator()(const StepNoted& b) const { return NoteStep{b.runbook, b.step, b.output, b.text}; }
    Back operator()(const VariableSet& b) const { return SetVariable{b.name, b.value}; }
    Back operator()(const AlertChanged& b) const
    {
        return TellAlert{
            b.fingerprint, b.startsAt, b.state, b.name, labelsOf(b.labels), b.summary, b.runbookUrl, b.graphUrl};
    }
    Back operator()(const SectionWritten& b) const { return WriteSection{b.section, b.text}; }
    Back operator()(const EntryFlagged& b) const { return FlagEntry{b.entry, b.flag, b.on}; }
    // These cannot be taken back themselves.
    Back operator()(const EntryAmended&) const { return {}; }
    Back operator()(const EntryRetracted&) const { return {}; }
    Back operator()(const EntryRedacted&) const { return {}; }
    Back operator()(const Unknown&) const { return {}; }
};

std::vector<const Entry*> entriesOf(const IncidentState& state, EntryId act)
{
    std::vector<const Entry*> entries;
    for (const EntryPtr& entry : state.entries) {
        if (entry->act == act)
            entries.push_back(entry.get());
    }
    std::ranges::sort(entries, {}, &Entry::id);
    return entries;
}

bool isDeclaration(const IncidentState& state, EntryId act)
{
    const Entry* first = state.entry(act);
    return first && std::holds_alternative<IncidentDeclared>(first->body);
}

/// What was said with an update goes into its command again.
SendUpdate together(const std::vector<const Entry*>& entries, SendUpdate update)
{
    for (const Entry* entry : entries) {
        if (const auto* status = std::get_if<StatusChanged>(&entry->body))
            update.status = status->status;
        else if (const auto* impact = std::get_if<ImpactDescribed>(&entry->body))
            update.impact = impact->text;
        else if (const auto* cadence = std::get_if<CadenceSet>(&entry->body))
            update.every = cadence->every;
    }
    return update;
}

/// Of the entries of this person that are accepted, the one written last.
template<typename Accept> const Entry* lastOf(const IncidentState& state, PersonId author, Accept accept)
{
    const Entry* last = nullptr;
    for (const EntryPtr& entry : state.entries) {
        const bool later = !last || std::pair(entry->rank.hlc, entry->id) > std::pair(last->rank.hlc, last->id);
        if (entry->author == author && !entry->retracted && later && accept(*entry))
            last = entry.get();
    }
    return last;
}

} // namespace

std::optional<Command> commandFor(const Entry& entry)
{
    if (entry.redacted)
        return {};
    return std::visit(CommandFor{entry.pinned, entry.sensitive}, entry.body);
}

std::vector<Saying> sayAgain(const IncidentState& state, EntryId act)
{
    std::vector<Saying> sayings;
    const std::vector<const Entry*> entries = entriesOf(state, act);
    for (const Entry* entry : entries) {
        std::optional<Command> command = commandFor(*entry);
        if (!command)
            continue;
        Saying saying{std::move(*command), entry->occurredAt(), {}};
        if (entry->by != entry->author)
            saying.by = known(entry->by);
        if (const auto* update = std::get_if<SendUpdate>(&saying.command)) {
            saying.command = together(entries, *update);
            return {saying};
        }
        sayings.push_back(std::move(saying));
    }
    return sayings;
}

std::optional<EntryId> lastAct(const IncidentState& state, PersonId author, Instant since)
{
    const Entry* last = lastOf(state, author,
        [&](const Entry& entry) { return entry.recordedAt >= since && !isDeclaration(state, entry.act); });
    return last ? std::optional(last->act) : std::nullopt;
}

bool canAmend(const Entry& entry) { return !entry.retracted && !entry.redacted && prose(entry.body); }

const Entry* lastToAmend(const IncidentState& state, PersonId author) { return lastOf(state, author, canAmend); }

} // namespace warroom::incident
