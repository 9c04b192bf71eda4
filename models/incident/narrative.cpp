// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/narrative.h"

#include "incident/prose.h"

#include <algorithm>

namespace warroom::incident {

namespace {

bool isAction(const IncidentState& state, EntryId entry)
{
    return std::ranges::any_of(state.actions, [&](const Action& action) { return action.entry == entry; });
}

/// Whether the story could not be told without it.
bool tells(const IncidentState& state, const Body& body)
{
    return std::visit(Overloaded{
                          [](const IncidentDeclared&) { return true; },
                          [](const IncidentRetitled&) { return false; },
                          [](const PlaybookAdopted&) { return false; },
                          [](const PersonIntroduced&) { return false; },
                          [](const SeverityChanged&) { return true; },
                          [](const StatusChanged&) { return true; },
                          [](const MilestoneSet&) { return true; },
                          [](const ImpactDescribed&) { return false; },
                          [&](const RoleAssigned& b) { return leads(state, b.role); },
                          [&](const RoleReleased& b) { return leads(state, b.role); },
                          [](const UpdateSent&) { return true; },
                          [](const CadenceSet&) { return false; },
                          [](const Noted& b) { return b.kind == NoteKind::Decision; },
                          [](const ActionAssigned&) { return false; },
                          // A follow-up that is done belongs to the table of follow-ups.
                          [&](const ActionMarked& b) { return b.mark == Mark::Done && isAction(state, b.action); },
                          [](const OwnerChanged&) { return false; },
                          [](const FollowUpProposed&) { return false; },
                          [](const RunbookAttached&) { return true; },
                          [](const StepMarked& b) { return b.mark == StepMark::Done; },
                          [](const StepNoted&) { return false; },
                          [](const VariableSet&) { return false; },
                          [](const AlertChanged& b) { return b.state != AlertState::Suppressed; },
                          [](const SectionWritten&) { return false; },
                          [](const EntryFlagged&) { return false; },
                          [](const EntryAmended&) { return false; },
                          [](const EntryRetracted&) { return false; },
                          [](const EntryRedacted&) { return false; },
                          [](const Unknown&) { return false; },
                      },
        body);
}

} // namespace

bool leads(const IncidentState& state, const QString& role)
{
    const AdoptedPlaybook::Role* known = state.playbook.value.role(role);
    return known && known->commander;
}

bool isKey(const IncidentState& state, const Entry& entry)
{
    return !entry.retracted && !bookkeeping(entry.body) && (entry.pinned || tells(state, entry.body));
}

} // namespace warroom::incident
