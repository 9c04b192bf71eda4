// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/decide.h"

namespace warroom::incident {

/// One decision in the making: who is meant, what they may do, and the entries so far.
class Decision
{
public:
    Decision(const IncidentState& state, const Submission& submission, Instant now);

    Result<std::vector<Draft>> make();

private:
    using Verdict = Result<void>;

    Verdict decide(const Declare& c);
    Verdict decide(const Retitle& c);
    Verdict decide(const ChangeSeverity& c);
    Verdict decide(const ChangeStatus& c);
    Verdict decide(const Resolve& c);
    Verdict decide(const Close& c);
    Verdict decide(const SetMilestone& c);
    Verdict decide(const DescribeImpact& c);
    Verdict decide(const AssignRole& c);
    Verdict decide(const ReleaseRole& c);
    Verdict decide(const SendUpdate& c);
    Verdict decide(const SetCadence& c);
    Verdict decide(const Note& c);
    Verdict decide(const AssignAction& c);
    Verdict decide(const MarkAction& c);
    Verdict decide(const ChangeOwner& c);
    Verdict decide(const ProposeFollowUp& c);
    Verdict decide(const AttachRunbook& c);
    Verdict decide(const MarkStep& c);
    Verdict decide(const NoteStep& c);
    Verdict decide(const SetVariable& c);
    Verdict decide(const TellAlert& c);
    Verdict decide(const WriteSection& c);
    Verdict decide(const FlagEntry& c);
    Verdict decide(const AmendEntry& c);
    Verdict decide(const RetractAct& c);
    Verdict decide(const RedactEntries& c);

    /// FutureTime; BadTime before 1970, when nothing that runs today had begun.
    Verdict checkTime(Instant occurredAt) const;
    /// The text as it will be stored, or EmptyText, TextTooLong.
    Result<QString> required(const QString& text) const;
    Result<QString> optional(const QString& text) const;
    /// BadTime for one that is negative, or too long to be read back.
    static Verdict checkDuration(std::chrono::minutes duration);
    /// UnknownEntry where it is no runbook, UnknownStep. The mark in force.
    Result<const Field<StepState>*> step(EntryId runbook, int step) const;
    void correctMilestone(Milestone milestone, const QString& text);
    Verdict changeStatus(const QString& status, bool falseAlarm, const QString& text);
    /// Those that the playbook wants from now on.
    Verdict takeUpChecklists(Milestone reached);

    /// Who types and who said it.
    void meetAuthor();
    /// The person's id; somebody the incident has not met is introduced by this act.
    PersonId meet(const PersonRef& typed);
    void add(Body body, std::optional<EntryId> basis = std::nullopt);
    void addAt(Instant occurredAt, Body body, std::optional<EntryId> basis = std::nullopt);
    EntryId nextId() const;
    bool conflicted(const QString& field) const;
    /// Whether it says something: another value, the same one from an earlier moment on, or one that settles a
    /// conflict.
    template<typename T> bool isNews(const Field<T>& current, const T& wanted, const QString& field) const
    {
        return !current.set() || current.value != wanted || m_submission.occurredAt < current.since()
            || conflicted(field);
    }

    const IncidentState& m_state;
    const Submission& m_submission;
    Instant m_now;
    AdoptedPlaybook m_playbook; ///< Adopted already, or by this act.
    QHash<PersonId, Person> m_people;
    PersonId m_actor;
    std::optional<PersonId> m_by;
    std::vector<Draft> m_drafts;
};

} // namespace warroom::incident
