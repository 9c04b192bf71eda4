// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/rules.h"

#include "incident/apply.h"
#include "incident/prose.h"

#include <algorithm>

namespace warroom::incident {

namespace {

Error refusal(ErrorCode code, const QString& detail = {}) { return {code, detail}; }

/// What an amendment amends; any other entry is itself. The words of both go together.
EntryId amendedBy(EntryId id, const IncidentState& state)
{
    for (auto it = state.amendments.cbegin(); it != state.amendments.cend(); ++it) {
        if (std::find(it->begin(), it->end(), id) != it->end())
            return it.key();
    }
    return id;
}

/// The milestone whose time an entry gives.
std::optional<Milestone> reached(const Entry& entry, const IncidentState& state)
{
    if (std::holds_alternative<IncidentDeclared>(entry.body))
        return Milestone::Declared;
    if (const auto* set = std::get_if<MilestoneSet>(&entry.body))
        return set->milestone;
    const auto step = state.statusSteps.find(entry.rank);
    if (step == state.statusSteps.end())
        return std::nullopt;
    if (step != state.statusSteps.begin() && std::prev(step)->second == step->second)
        return std::nullopt; // one more word about the status in force
    const auto* status = state.playbook.value.status(step->second);
    return status ? status->milestone : std::nullopt;
}

} // namespace

Decision::Verdict Decision::decide(const Declare& c)
{
    if (m_state.declared())
        return refusal(ErrorCode::AlreadyDeclared, m_state.label);
    const Result<QString> title = required(c.title);
    if (!title)
        return title.error();
    const Result<QString> impact = optional(c.impact);
    if (!impact)
        return impact.error();
    m_playbook = c.playbook;
    if (!m_playbook.severity(c.severity))
        return refusal(ErrorCode::UnknownSeverity, c.severity);
    if (!c.role.isEmpty() && !m_playbook.role(c.role))
        return refusal(ErrorCode::UnknownRole, c.role);
    for (const auto& moment : {c.impactSince, c.detectedAt}) {
        if (const Verdict time = checkTime(moment.value_or(m_now)); !time)
            return time.error();
    }
    const QString status = m_playbook.statuses.empty() ? QString() : m_playbook.statuses.front().word;
    add(IncidentDeclared{{}, c.severity, status, *title});
    add(PlaybookAdopted{c.playbook});
    meetAuthor(); // after the declaration, which the act is named after
    if (c.impactSince)
        addAt(*c.impactSince, MilestoneSet{Milestone::ImpactStarted, {}});
    if (c.detectedAt)
        addAt(*c.detectedAt, MilestoneSet{Milestone::Detected, {}});
    if (!impact->isEmpty())
        add(ImpactDescribed{*impact});
    if (!c.role.isEmpty())
        add(RoleAssigned{c.role, m_by.value_or(m_actor)});
    return takeUpChecklists(Milestone::Declared);
}

Decision::Verdict Decision::decide(const Retitle& c)
{
    const Result<QString> title = required(c.title);
    if (!title)
        return title.error();
    if (isNews(m_state.title, *title, QStringLiteral("title")))
        add(IncidentRetitled{*title}, m_state.title.basis());
    return {};
}

Decision::Verdict Decision::decide(const ChangeSeverity& c)
{
    if (!m_playbook.severity(c.severity))
        return refusal(ErrorCode::UnknownSeverity, c.severity);
    const Result<QString> reason = optional(c.reason);
    if (!reason)
        return reason.error();
    if (isNews(m_state.severity, c.severity, QStringLiteral("severity")) || !reason->isEmpty())
        add(SeverityChanged{c.severity, *reason}, m_state.severity.basis());
    return {};
}

Decision::Verdict Decision::decide(const ChangeStatus& c)
{
    const Result<QString> text = optional(c.text);
    return text ? changeStatus(c.status, false, *text) : text.error();
}

Decision::Verdict Decision::decide(const Resolve& c)
{
    const Result<QString> text = optional(c.text);
    if (!text)
        return text.error();
    for (const AdoptedPlaybook::Status& status : m_playbook.statuses) {
        if (status.milestone == Milestone::Resolved)
            return changeStatus(status.word, c.falseAlarm, *text);
    }
    return refusal(ErrorCode::UnknownStatus, playbook::word(Milestone::Resolved));
}

Decision::Verdict Decision::changeStatus(const QString& status, bool falseAlarm, const QString& text)
{
    const AdoptedPlaybook::Status* known = m_playbook.status(status);
    if (!known)
        return refusal(ErrorCode::UnknownStatus, status);
    if (isNews(m_state.status, status, QStringLiteral("status")) || falseAlarm != m_state.falseAlarm || !text.isEmpty())
        add(StatusChanged{status, falseAlarm, text}, m_state.status.basis());
    return known->milestone && !falseAlarm ? takeUpChecklists(*known->milestone) : Verdict();
}

Decision::Verdict Decision::decide(const Close&)
{
    if (!m_state.milestone(Milestone::Resolved))
        return refusal(ErrorCode::NotResolved);
    if (!m_state.closed())
        add(MilestoneSet{Milestone::Closed, {}}, m_state.milestones.value(Milestone::Closed).basis());
    return {};
}

Decision::Verdict Decision::decide(const SetMilestone& c)
{
    const Result<QString> text = optional(c.text);
    if (!text)
        return text.error();
    if (c.milestone == Milestone::Closed && !m_state.milestone(Milestone::Resolved))
        return refusal(ErrorCode::NotResolved);
    const Field<Instant> current = m_state.milestones.value(c.milestone);
    const bool again = c.justNow && current.set();
    const Entry* inForce = current.set() ? m_state.entry(current.rank.entry) : nullptr;
    // A later time that somebody names is another time for the same; what a status reached stays when it was.
    const bool later = inForce && std::holds_alternative<MilestoneSet>(inForce->body) && !again
        && m_submission.occurredAt > current.value;
    if (current.set() && (m_submission.occurredAt < current.value || later)) {
        correctMilestone(c.milestone, *text);
        return {};
    }
    if (again && !text->isEmpty())
        return refusal(ErrorCode::MilestoneStands, toIso(current.value));
    const bool news = !current.set() || (m_submission.occurredAt != current.value && !again) || !text->isEmpty()
        || conflicted(QStringLiteral("milestone/") + playbook::word(c.milestone));
    if (news)
        add(MilestoneSet{c.milestone, *text}, current.basis());
    return takeUpChecklists(c.milestone);
}

void Decision::correctMilestone(Milestone milestone, const QString& text)
{
    // Of two entries the later time is in force, so the one in force has to move, and every one that stands later.
    const EntryId inForce = m_state.milestones.value(milestone).rank.entry;
    bool said = text.isEmpty();
    for (const EntryPtr& entry : m_state.entries) {
        const bool moves = entry->id == inForce || entry->occurredAt() > m_submission.occurredAt;
        if (entry->retracted || !moves || reached(*entry, m_state) != milestone)
            continue;
        EntryAmended amended{entry->id, m_submission.occurredAt, std::nullopt};
        // A declaration's text is the title, and a status has a text of its own.
        if (!said && entry->id == inForce && !entry->redacted && std::holds_alternative<MilestoneSet>(entry->body)) {
            amended.text = text;
            said = true;
        }
        add(std::move(amended));
    }
    if (!said)
        add(Noted{NoteKind::Note, text});
}

Decision::Verdict Decision::decide(const DescribeImpact& c)
{
    const Result<QString> text = required(c.text);
    if (!text)
        return text.error();
    if (isNews(m_state.impact, *text, QStringLiteral("impact")))
        add(ImpactDescribed{*text}, m_state.impact.basis());
    return {};
}

Decision::Verdict Decision::decide(const AssignRole& c)
{
    const AdoptedPlaybook::Role* role = m_playbook.role(c.role);
    if (!role)
        return refusal(ErrorCode::UnknownRole, c.role);
    const PersonId person = meet(c.person);
    const QString field = role->several ? c.role + QLatin1Char('/') + person.text() : c.role;
    const Field<RoleHolder> current = m_state.roles.value(field);
    if (isNews(current, RoleHolder{person}, QStringLiteral("role/") + field))
        add(RoleAssigned{c.role, person}, current.basis());
    return {};
}

Decision::Verdict Decision::decide(const ReleaseRole& c)
{
    if (!m_playbook.role(c.role))
        return refusal(ErrorCode::UnknownRole, c.role);
    const std::vector<PersonId> holders = m_state.holders(c.role);
    bool released = false;
    for (const PersonId& holder : holders) {
        if (c.person && meet(*c.person) != holder)
            continue;
        const QString single = c.role + QLatin1Char('/') + holder.text();
        const QString field = m_state.roles.contains(single) ? single : c.role;
        add(RoleReleased{c.role, holder}, m_state.roles.value(field).basis());
        released = true;
    }
    return released ? Verdict{} : refusal(ErrorCode::RoleNotHeld, c.role);
}

Decision::Verdict Decision::decide(const SendUpdate& c)
{
    const Result<QString> text = required(c.text);
    if (!text)
        return text.error();
    const Result<QString> audience = optional(c.audience);
    if (!audience)
        return audience.error();
    const Result<QString> cause = optional(c.cause);
    if (!cause)
        return cause.error();
    const Result<QString> nextSteps = optional(c.nextSteps);
    if (!nextSteps)
        return nextSteps.error();
    if (c.status && *c.status != m_state.status.value) {
        if (const Verdict status = changeStatus(*c.status, false, {}); !status)
            return status;
    }
    if (c.impact) {
        if (const Verdict impact = decide(DescribeImpact{*c.impact}); !impact)
            return impact;
    }
    if (c.every) {
        if (const Verdict cadence = decide(SetCadence{*audience, *c.every}); !cadence)
            return cadence;
    }
    add(UpdateSent{*audience, c.nextDue, *text, *cause, *nextSteps});
    return {};
}

Decision::Verdict Decision::decide(const SetCadence& c)
{
    const Result<QString> audience = optional(c.audience);
    if (!audience)
        return audience.error();
    if (const Verdict duration = checkDuration(c.every); !duration)
        return duration;
    const Field<std::chrono::minutes> current = m_state.cadences.value(*audience);
    if (isNews(current, c.every, QStringLiteral("cadence/") + *audience))
        add(CadenceSet{*audience, c.every}, current.basis());
    return {};
}

Decision::Verdict Decision::decide(const Note& c)
{
    const Result<QString> text = required(c.text);
    if (!text)
        return text.error();
    const EntryId note = nextId();
    add(Noted{c.kind, *text});
    if (c.pinned)
        add(EntryFlagged{note, Flag::Pinned, true});
    if (c.sensitive)
        add(EntryFlagged{note, Flag::Sensitive, true});
    return {};
}

Decision::Verdict Decision::decide(const AssignAction& c)
{
    const Result<QString> text = required(c.text);
    if (!text)
        return text.error();
    if (const Verdict duration = checkDuration(c.timer.value_or(std::chrono::minutes(0))); !duration)
        return duration;
    const std::optional<PersonId> owner = c.owner ? std::optional(meet(*c.owner)) : std::nullopt;
    add(ActionAssigned{owner, c.timer, *text});
    return {};
}

Decision::Verdict Decision::decide(const MarkAction& c)
{
    const Work* work = m_state.work(c.action);
    if (!work)
        return refusal(ErrorCode::UnknownAction, c.action.text());
    const Field<ActionState>& current = work->state;
    const ActionState wanted = stateAfter(c.mark);
    const QString field = QStringLiteral("action/") + c.action.text();
    const bool otherwise = isOver(current.value) && isOver(wanted) && current.value != wanted;
    // About an earlier moment it ends nothing, and of two that said so at once one has to be right.
    if (otherwise && m_submission.occurredAt >= current.since() && !conflicted(field))
        return refusal(ErrorCode::ActionOver, QString::number(work->number));
    if (isNews(current, wanted, field))
        add(ActionMarked{c.action, c.mark}, current.basis());
    return {};
}

Decision::Verdict Decision::decide(const ChangeOwner& c)
{
    const Work* work = m_state.work(c.action);
    if (!work)
        return refusal(ErrorCode::UnknownAction, c.action.text());
    const std::optional<PersonId> owner = c.owner ? std::optional(meet(*c.owner)) : std::nullopt;
    if (isNews(work->owner, owner, QStringLiteral("owner/") + c.action.text()))
        add(OwnerChanged{c.action, owner}, work->owner.basis());
    return {};
}

Decision::Verdict Decision::decide(const ProposeFollowUp& c)
{
    const Result<QString> text = required(c.text);
    if (!text)
        return text.error();
    const Result<QString> priority = optional(c.priority);
    if (!priority)
        return priority.error();
    const std::optional<PersonId> owner = c.owner ? std::optional(meet(*c.owner)) : std::nullopt;
    add(FollowUpProposed{owner, c.due, *priority, *text});
    return {};
}

Decision::Verdict Decision::decide(const WriteSection& c)
{
    if (!m_playbook.sections.contains(c.section))
        return refusal(ErrorCode::UnknownSection, c.section);
    const Result<QString> text = required(c.text);
    if (!text)
        return text.error();
    const Field<QString> current = m_state.sections.value(c.section);
    if (isNews(current, *text, QStringLiteral("section/") + c.section))
        add(SectionWritten{c.section, *text}, current.basis());
    return {};
}

Decision::Verdict Decision::decide(const FlagEntry& c)
{
    const Entry* entry = m_state.entry(c.entry);
    if (!entry)
        return refusal(ErrorCode::UnknownEntry, c.entry.text());
    if ((c.flag == Flag::Pinned ? entry->pinned : entry->sensitive) == c.on && !conflicted(flagField(c.entry, c.flag)))
        return {};
    const auto flag = m_state.flags.find({c.entry, c.flag});
    add(EntryFlagged{c.entry, c.flag, c.on}, flag == m_state.flags.end() ? std::nullopt : flag->second.basis());
    return {};
}

Decision::Verdict Decision::decide(const AmendEntry& c)
{
    const Entry* entry = m_state.entry(c.entry);
    if (!entry)
        return refusal(ErrorCode::UnknownEntry, c.entry.text());
    const QString* current = prose(entry->body);
    if (entry->retracted || entry->redacted || (c.text && !current))
        return refusal(ErrorCode::CannotAmend, c.entry.text());
    std::optional<QString> text;
    if (c.text) {
        const Result<QString> wanted = required(*c.text);
        if (!wanted)
            return wanted.error();
        if (*wanted != *current)
            text = *wanted;
    }
    std::optional<Instant> occurredAt = c.occurredAt;
    if (occurredAt == entry->occurredAt())
        occurredAt.reset();
    if (const Verdict time = checkTime(occurredAt.value_or(m_now)); !time)
        return time;
    if (text || occurredAt)
        add(EntryAmended{c.entry, occurredAt, text});
    return {};
}

Decision::Verdict Decision::decide(const RetractAct& c)
{
    const Result<QString> reason = optional(c.reason);
    if (!reason)
        return reason.error();
    if (!m_state.acts.contains(c.act))
        return refusal(ErrorCode::UnknownEntry, c.act.text());
    bool known = false;
    bool standing = false;
    for (const EntryPtr& entry : m_state.entries) {
        if (entry->act != c.act)
            continue;
        if (std::holds_alternative<IncidentDeclared>(entry->body))
            return refusal(ErrorCode::CannotRetract, m_state.label);
        known = true;
        standing = standing || !entry->retracted;
    }
    for (const auto& [target, flag] : m_state.flags) {
        if (m_state.acts.value(flag.rank.entry) == c.act)
            known = standing = true;
    }
    if (!known)
        return refusal(ErrorCode::CannotRetract, c.act.text());
    if (standing)
        add(EntryRetracted{c.act, *reason});
    return {};
}

Decision::Verdict Decision::decide(const RedactEntries& c)
{
    EntryRedacted redacted{{}, c.contents};
    for (const EntryId& named : c.entries) {
        if (!m_state.acts.contains(named))
            return refusal(ErrorCode::UnknownEntry, named.text());
        const EntryId id = amendedBy(named, m_state);
        const Entry* row = m_state.entry(id);
        if (row && row->redacted)
            continue;
        redacted.entries.push_back(id);
        const std::vector<EntryId> amendments = m_state.amendments.value(id);
        redacted.entries.insert(redacted.entries.end(), amendments.begin(), amendments.end());
    }
    if (!redacted.entries.empty() || !redacted.contents.isEmpty())
        add(std::move(redacted));
    return {};
}

} // namespace warroom::incident
