// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/event.h"

/// What a person asks for. Never stored; `decide` turns a command into entries or a refusal.
namespace warroom::incident {

/// Somebody as the author named them: known by id, on the roster, or new.
struct PersonRef {
    std::optional<PersonId> id; ///< Somebody the incident knows already.
    QString rosterKey; ///< Or on its roster;
    QString name; ///< otherwise whoever is known by this handle or name, else a new person of this name.
    QString handle;

    bool operator==(const PersonRef&) const = default;
};

struct Declare {
    QString severity;
    QString title;
    QString impact; ///< May be empty.
    std::optional<Instant> impactSince;
    std::optional<Instant> detectedAt;
    AdoptedPlaybook playbook;
    QByteArray playbookBytes; ///< Kept as content; their SHA-256 is playbook.content.
    QString role = {}; ///< Id of the one that whoever declares takes; empty: none.
    bool operator==(const Declare&) const = default;
};

struct Retitle {
    QString title;
    bool operator==(const Retitle&) const = default;
};

struct ChangeSeverity {
    QString severity;
    QString reason; ///< May be empty.
    bool operator==(const ChangeSeverity&) const = default;
};

struct ChangeStatus {
    QString status;
    QString text; ///< May be empty.
    bool operator==(const ChangeStatus&) const = default;
};

struct Resolve {
    bool falseAlarm = false;
    QString text; ///< May be empty.
    bool operator==(const Resolve&) const = default;
};

struct Close {
    bool operator==(const Close&) const = default;
};

/// Sets it to the command's time; a later one replaces it, an earlier one corrects it.
struct SetMilestone {
    Milestone milestone;
    QString text; ///< May be empty.
    bool justNow = false; ///< The author named no time: one that was reached before stays where it is.
    bool operator==(const SetMilestone&) const = default;
};

struct DescribeImpact {
    QString text;
    bool operator==(const DescribeImpact&) const = default;
};

struct AssignRole {
    QString role; ///< Id.
    PersonRef person;
    bool operator==(const AssignRole&) const = default;
};

struct ReleaseRole {
    QString role;
    std::optional<PersonRef> person; ///< None: everyone who holds it.
    bool operator==(const ReleaseRole&) const = default;
};

struct SendUpdate {
    QString audience;
    std::optional<QString> status; ///< Changed in the same act.
    std::optional<Instant> nextDue; ///< Another time than the cadence gives, for once.
    QString text;
    QString cause = {}; ///< May be empty.
    QString nextSteps = {}; ///< May be empty.
    std::optional<QString> impact = {}; ///< Described anew in the same act.
    std::optional<std::chrono::minutes> every = {}; ///< The cadence from now on.
    bool operator==(const SendUpdate&) const = default;
};

struct SetCadence {
    QString audience;
    std::chrono::minutes every{0};
    bool operator==(const SetCadence&) const = default;
};

struct Note {
    NoteKind kind = NoteKind::Note;
    QString text;
    bool pinned = false;
    bool sensitive = false;
    bool operator==(const Note&) const = default;
};

struct AssignAction {
    std::optional<PersonRef> owner;
    std::optional<std::chrono::minutes> timer;
    QString text;
    bool operator==(const AssignAction&) const = default;
};

struct MarkAction {
    EntryId action; ///< An action or a follow-up.
    Mark mark = Mark::Done;
    bool operator==(const MarkAction&) const = default;
};

struct ChangeOwner {
    EntryId action; ///< An action or a follow-up.
    std::optional<PersonRef> owner; ///< None: nobody.
    bool operator==(const ChangeOwner&) const = default;
};

struct ProposeFollowUp {
    std::optional<PersonRef> owner;
    QDate due;
    QString priority;
    QString text;
    bool operator==(const ProposeFollowUp&) const = default;
};

struct AttachRunbook {
    QString title;
    QString source; ///< May be empty.
    QStringList steps; ///< A line each; of one that asks with its answers, each behind a tab.
    Leads leads;
    QByteArray content; ///< The frozen procedure; empty where its lines are all of it.
    QString kept = {}; ///< SHA-256 of the content instead, where the log has it already.
    bool operator==(const AttachRunbook&) const = default;
};

struct MarkStep {
    EntryId runbook; ///< What attached it.
    int step = 0; ///< From 0.
    StepMark mark = StepMark::Done;
    std::optional<int> answer = {};
    QString text = {}; ///< May be empty.
    bool operator==(const MarkStep&) const = default;
};

struct NoteStep {
    EntryId runbook;
    int step = 0;
    bool output = false;
    QString text;
    bool operator==(const NoteStep&) const = default;
};

struct SetVariable {
    QString name;
    QString value;
    bool operator==(const SetVariable&) const = default;
};

/// An alert as a monitoring system gives it, or as somebody saw it.
struct TellAlert {
    QString fingerprint;
    Instant startsAt{};
    AlertState state = AlertState::Firing;
    QString name;
    QMap<QString, QString> labels = {};
    QString summary = {}; ///< May be empty; so may the addresses.
    QString runbookUrl = {};
    QString graphUrl = {};
    bool operator==(const TellAlert&) const = default;
};

struct WriteSection {
    QString section;
    QString text;
    bool operator==(const WriteSection&) const = default;
};

struct FlagEntry {
    EntryId entry;
    Flag flag = Flag::Pinned;
    bool on = true;
    bool operator==(const FlagEntry&) const = default;
};

struct AmendEntry {
    EntryId entry;
    std::optional<Instant> occurredAt;
    std::optional<QString> text;
    bool operator==(const AmendEntry&) const = default;
};

struct RetractAct {
    EntryId act;
    QString reason;
    bool operator==(const RetractAct&) const = default;
};

/// Empties the prose of these entries and of their amendments, and these contents.
struct RedactEntries {
    std::vector<EntryId> entries;
    QStringList contents; ///< SHA-256, hexadecimal.
    bool operator==(const RedactEntries&) const = default;
};

using Command = std::variant<Declare, Retitle, ChangeSeverity, ChangeStatus, Resolve, Close, SetMilestone,
    DescribeImpact, AssignRole, ReleaseRole, SendUpdate, SetCadence, Note, AssignAction, MarkAction, ChangeOwner,
    ProposeFollowUp, AttachRunbook, MarkStep, NoteStep, SetVariable, TellAlert, WriteSection, FlagEntry, AmendEntry,
    RetractAct, RedactEntries>;

/// A command with who says it and when.
struct Submission {
    EntryId act; ///< Given by the caller; the same one again is the same act.
    IncidentId incident;
    PersonRef actor; ///< Who types.
    std::optional<PersonRef> by; ///< Who said, decided or found it, if somebody else.
    Instant occurredAt;
    Command command;

    bool operator==(const Submission&) const = default;
};

} // namespace warroom::incident
