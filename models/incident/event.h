// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "playbook/milestone.h"

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

/// What was said or done, as it stands on disk for ever. Facts drive the state and are never redacted; prose (marked
/// below) is what people wrote and may be emptied.
namespace warroom::incident {

using playbook::Milestone;

/// The longest cadence, target or timer; more than any playbook can say.
inline constexpr std::chrono::minutes maxMinutes{1'000'000'000};

/// Steps of one runbook; nobody follows a longer one in an incident.
inline constexpr int maxSteps = 10'000;

/// Where a procedure goes on after a step, where that is not the next one. By step, from 0; several where the step
/// asks, one for each answer. The number of steps is the end.
using Leads = QMap<int, QList<int>>;

enum class NoteKind { Note, Decision, Hypothesis, Question, Link };
enum class Flag { Pinned, Sensitive };
enum class Mark { Started, Done, Dropped };
enum class StepMark { Open, Started, Done, Skipped };
enum class AlertState { Firing, Suppressed, Resolved };

/// The numbers of a playbook that the state is computed with; its wording stays in the content.
struct AdoptedPlaybook {
    struct Severity {
        QString label;
        std::chrono::minutes respondWithin{0};
        std::chrono::minutes resolveWithin{0};
        std::chrono::minutes updateEvery{0};
        bool operator==(const Severity&) const = default;
    };
    struct Status {
        QString word;
        std::optional<Milestone> milestone;
        bool operator==(const Status&) const = default;
    };
    struct Role {
        QString id;
        bool commander = false;
        bool several = false;
        bool operator==(const Role&) const = default;
    };

    /// Steps that everybody goes through from a moment on.
    struct Checklist {
        QString title;
        Milestone at = Milestone::Declared;
        QStringList steps;
        bool operator==(const Checklist&) const = default;
    };

    QString name;
    QString zone; ///< IANA id.
    QString content; ///< SHA-256 of the playbook's bytes, hexadecimal.
    std::vector<Severity> severities;
    std::vector<Status> statuses;
    std::vector<Role> roles;
    QStringList sections;
    std::vector<Checklist> checklists;

    const Severity* severity(const QString& label) const;
    const Status* status(const QString& word) const;
    const Role* role(const QString& id) const;
    /// Whether an incident in this status has ended: it comes no earlier in the list than the one that resolves. A
    /// status that the playbook does not have is no end.
    bool isEnd(const QString& status) const;

    bool operator==(const AdoptedPlaybook&) const = default;
};

struct IncidentDeclared {
    QString label; ///< INC-YYYY-MM-DD-NNN, given inside the write transaction.
    QString severity;
    QString status;
    QString title; ///< Prose.
    bool operator==(const IncidentDeclared&) const = default;
};

struct IncidentRetitled {
    QString title; ///< Prose.
    bool operator==(const IncidentRetitled&) const = default;
};

struct PlaybookAdopted {
    AdoptedPlaybook playbook;
    bool operator==(const PlaybookAdopted&) const = default;
};

/// Ties a person's id to a roster key, or to nothing for somebody who is on no roster.
struct PersonIntroduced {
    PersonId person;
    QString rosterKey;
    QString name; ///< Prose.
    QString handle; ///< Prose.
    bool operator==(const PersonIntroduced&) const = default;
};

struct SeverityChanged {
    QString severity;
    QString reason; ///< Prose.
    bool operator==(const SeverityChanged&) const = default;
};

struct StatusChanged {
    QString status;
    bool falseAlarm = false;
    QString text; ///< Prose.
    bool operator==(const StatusChanged&) const = default;
};

/// The milestone's time is the entry's occurredAt.
struct MilestoneSet {
    Milestone milestone;
    QString text; ///< Prose.
    bool operator==(const MilestoneSet&) const = default;
};

struct ImpactDescribed {
    QString text; ///< Prose.
    bool operator==(const ImpactDescribed&) const = default;
};

struct RoleAssigned {
    QString role;
    PersonId person;
    bool operator==(const RoleAssigned&) const = default;
};

struct RoleReleased {
    QString role;
    PersonId person;
    bool operator==(const RoleReleased&) const = default;
};

struct UpdateSent {
    QString audience; ///< Empty: everybody.
    std::optional<Instant> nextDue; ///< Where the update promised another time than the cadence gives.
    QString text; ///< Prose: all of it, as it went out.
    QString cause = {}; ///< Prose: the suspected cause as it was said; the next update starts from it. May be empty.
    QString nextSteps = {}; ///< Prose; likewise.
    bool operator==(const UpdateSent&) const = default;
};

struct CadenceSet {
    QString audience;
    std::chrono::minutes every{0}; ///< Zero: no regular updates.
    bool operator==(const CadenceSet&) const = default;
};

struct Noted {
    NoteKind kind = NoteKind::Note;
    QString text; ///< Prose.
    bool operator==(const Noted&) const = default;
};

struct ActionAssigned {
    std::optional<PersonId> owner;
    std::optional<std::chrono::minutes> timer;
    QString text; ///< Prose.
    bool operator==(const ActionAssigned&) const = default;
};

/// Marks an action or a follow-up.
struct ActionMarked {
    EntryId action;
    Mark mark = Mark::Done;
    bool operator==(const ActionMarked&) const = default;
};

/// Of an action or a follow-up; nobody: it is unassigned again.
struct OwnerChanged {
    EntryId action;
    std::optional<PersonId> owner;
    bool operator==(const OwnerChanged&) const = default;
};

struct FollowUpProposed {
    std::optional<PersonId> owner;
    QDate due; ///< In the incident's zone; may be null.
    QString priority; ///< Prose: "P1"; may be empty.
    QString text; ///< Prose.
    bool operator==(const FollowUpProposed&) const = default;
};

/// A procedure that somebody took up. Its steps are frozen as content: whatever becomes of the file, these were
/// followed.
struct RunbookAttached {
    QString content; ///< SHA-256 of the frozen procedure, hexadecimal; empty where its lines are all of it.
    int steps = 0;
    Leads leads;
    QString title; ///< Prose.
    QString source; ///< Prose: the file it came from; may be empty.
    QString stepTexts; ///< Prose: a line for each step; of one that asks with its answers, each behind a tab.
    bool operator==(const RunbookAttached&) const = default;
};

struct StepMarked {
    EntryId runbook; ///< What attached it.
    int step = 0; ///< From 0.
    StepMark mark = StepMark::Done;
    std::optional<int> answer; ///< Of a step that asks: which of its answers, from 0.
    QString text; ///< Prose: why it was skipped, what was seen; may be empty.
    bool operator==(const StepMarked&) const = default;
};

/// Something seen at a step.
struct StepNoted {
    EntryId runbook;
    int step = 0;
    bool output = false; ///< What a command printed, kept as it was.
    QString text; ///< Prose.
    bool operator==(const StepNoted&) const = default;
};

/// What the placeholder of a command stands for in this incident.
struct VariableSet {
    QString name;
    QString value; ///< Prose.
    bool operator==(const VariableSet&) const = default;
};

/// What a monitoring system says of an alert, or somebody who saw it.
struct AlertChanged {
    QString fingerprint; ///< Which alert it is, as Alertmanager has it; of one that somebody named, the name.
    Instant startsAt{}; ///< Which time that it fires.
    AlertState state = AlertState::Firing;
    QString name; ///< Prose.
    QString labels = {}; ///< Prose: a line each, as name=value.
    QString summary = {}; ///< Prose.
    QString runbookUrl = {}; ///< Prose.
    QString graphUrl = {}; ///< Prose: where the monitoring system draws it.
    bool operator==(const AlertChanged&) const = default;
};

/// A line each, as name=value, and back; what would break a line becomes a space.
QString linesOf(const QMap<QString, QString>& labels);
QMap<QString, QString> labelsOf(const QString& lines);

struct SectionWritten {
    QString section;
    QString text; ///< Prose.
    bool operator==(const SectionWritten&) const = default;
};

struct EntryFlagged {
    EntryId entry;
    Flag flag = Flag::Pinned;
    bool on = true;
    bool operator==(const EntryFlagged&) const = default;
};

/// Says an entry's text or time anew; what it was before stays in the log.
struct EntryAmended {
    EntryId entry;
    std::optional<Instant> occurredAt;
    std::optional<QString> text; ///< Prose; the fact that there is one is in the facts.
    bool operator==(const EntryAmended&) const = default;
};

/// All entries of the act fold as if they had never been said.
struct EntryRetracted {
    EntryId act;
    QString reason; ///< Prose.
    bool operator==(const EntryRetracted&) const = default;
};

/// The prose of these entries is emptied on disk.
struct EntryRedacted {
    std::vector<EntryId> entries;
    QStringList contents; ///< SHA-256 of contents emptied with them.
    bool operator==(const EntryRedacted&) const = default;
};

/// An entry of a newer Warroom, or one that cannot be read: kept byte for byte, shown as such, passed on.
struct Unknown {
    QString type;
    bool operator==(const Unknown&) const = default;
};

using Body = std::variant<IncidentDeclared, IncidentRetitled, PlaybookAdopted, PersonIntroduced, SeverityChanged,
    StatusChanged, MilestoneSet, ImpactDescribed, RoleAssigned, RoleReleased, UpdateSent, CadenceSet, Noted,
    ActionAssigned, ActionMarked, OwnerChanged, FollowUpProposed, RunbookAttached, StepMarked, StepNoted, VariableSet,
    AlertChanged, SectionWritten, EntryFlagged, EntryAmended, EntryRetracted, EntryRedacted, Unknown>;

/// The columns of one entry as stored; every one but `prose` is under the hash.
struct Envelope {
    EntryId id;
    IncidentId incident;
    EntryId act; ///< Id of the first entry that the same command wrote.
    OriginId origin;
    qint64 originSeq = 0; ///< Dense within the origin, from 1.
    qint64 hlc = 0; ///< Hybrid logical clock: ms since 1970 << 16 | counter.
    QString type;
    int version = 1;
    PersonId actor; ///< Who typed it.
    std::optional<PersonId> by; ///< Who said, decided or found it, where that is somebody else; kept in the facts.
    Instant occurredAt;
    Instant recordedAt;
    std::optional<EntryId> basis; ///< What was in force for the same field as the author saw it.
    QByteArray facts; ///< JSON.
    std::optional<QByteArray> prose; ///< JSON with a salt; none when there never was any or when it was redacted.
    QByteArray proseHash; ///< Empty when there never was prose.
    QByteArray hash;

    bool operator==(const Envelope&) const = default;
};

struct Event {
    Envelope envelope;
    Body body;

    bool redacted() const { return !envelope.prose && !envelope.proseHash.isEmpty(); }
    bool operator==(const Event&) const = default;
};

} // namespace warroom::incident
