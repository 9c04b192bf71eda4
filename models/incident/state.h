// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/event.h"

#include <QHash>
#include <QMap>

#include <map>
#include <memory>
#include <utility>

/// What the log adds up to: a value, compared and copied freely.
namespace warroom::incident {

/// Where a value stands in the order of values: the greatest is in force.
struct Rank {
    Instant occurredAt{};
    qint64 hlc = 0;
    EntryId entry;

    auto operator<=>(const Rank&) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 sees a 0 in it
    bool operator==(const Rank&) const = default;
};

/// The value in force and the entry that gave it; no entry: nothing was ever said.
template<typename T> struct Field {
    T value{};
    Rank rank;

    bool set() const { return !rank.entry.isNull(); }
    std::optional<EntryId> basis() const { return set() ? std::optional(rank.entry) : std::nullopt; }
    Instant since() const { return rank.occurredAt; }
    bool operator==(const Field&) const = default;
};

struct Person {
    PersonId id;
    QString rosterKey;
    QString name;
    QString handle;
    EntryId entry = {}; ///< What introduced them.

    /// The name, else the handle; empty when both are redacted.
    QString shown() const { return name.isEmpty() ? handle : name; }
    bool operator==(const Person&) const = default;
};

/// One row of the timeline as it stands now, with every amendment in it.
struct Entry {
    EntryId id;
    EntryId act;
    Rank rank; ///< Its place in the narrative.
    Instant recordedAt{};
    PersonId author; ///< Who typed it.
    PersonId by; ///< Who said, decided or found it; the author where nobody else is named.
    Body body; ///< Prose as amended.
    int number = 0; ///< Of an action, follow-up or update: the number people call it by.
    bool pinned = false;
    bool sensitive = false;
    bool amended = false;
    bool retracted = false;
    bool redacted = false;

    Instant occurredAt() const { return rank.occurredAt; }
    bool operator==(const Entry&) const = default;
};
using EntryPtr = std::shared_ptr<const Entry>;

enum class ActionState { Open, Started, Done, Dropped };
/// "open", "started", "done", "dropped".
QString word(ActionState state);
/// What the mark makes of an action or follow-up.
ActionState stateAfter(Mark mark);
/// Done or dropped.
bool isOver(ActionState state);

/// What somebody has to do: an action now, a follow-up later.
struct Work {
    int number = 0;
    EntryId entry;
    QString text;
    bool redacted = false;
    Field<std::optional<PersonId>> owner;
    Field<ActionState> state = {};
    bool operator==(const Work&) const = default;
};

struct Action : Work {
    std::optional<std::chrono::minutes> timer;
    Instant assignedAt{};
    bool operator==(const Action&) const = default;
};

struct FollowUp : Work {
    QDate due;
    QString priority;
    bool operator==(const FollowUp&) const = default;
};

struct StepState {
    StepMark mark = StepMark::Open;
    std::optional<int> answer;
    QString text;
    bool operator==(const StepState&) const = default;
};

/// A runbook or checklist that is being followed.
struct Runbook {
    EntryId entry; ///< What attached it.
    QString content; ///< SHA-256, hexadecimal; empty where the lines are all of it.
    QString title;
    QString source;
    bool redacted = false;
    Leads leads;
    QStringList steps; ///< What they say; empty when it is redacted.
    QMap<int, QStringList> answers; ///< Of those that ask; likewise.
    std::vector<Field<StepState>> marks; ///< One for each step.

    bool asks(int step) const { return leads.value(step).size() > 1; }
    /// The steps one comes by with the answers that were given, in their order, as far as an open question.
    std::vector<int> way() const;
    int done() const; ///< How many of those are done.
    bool operator==(const Runbook&) const = default;
};

/// One time that an alert fires.
struct Alert {
    QString fingerprint;
    Instant startsAt{};
    QString name;
    QMap<QString, QString> labels;
    QString summary;
    QString runbookUrl;
    QString graphUrl;
    Field<AlertState> state;
    bool operator==(const Alert&) const = default;
};

/// Who holds a role. A released role has no holder but keeps its rank.
struct RoleHolder {
    std::optional<PersonId> person;
    bool operator==(const RoleHolder&) const = default;
};

struct Update {
    int number = 0;
    EntryId entry;
    Instant sentAt{};
    std::optional<Instant> nextDue;
    QString text;
    QString audience; ///< Empty: everybody.
    QString cause;
    QString nextSteps;
    bool operator==(const Update&) const = default;
};

/// Two values that were said for one field, neither author having seen the other.
struct Conflict {
    QString field;
    EntryId inForce;
    EntryId other;
    bool operator==(const Conflict&) const = default;
};

/// Something in the log that does not make sense; it is shown, never hidden.
struct Anomaly {
    QString what; ///< A permanent word: "unreadable-entry", "unknown-target", "not-declared", "declared-twice",
                  ///< "clock-ahead".
    EntryId entry;
    bool operator==(const Anomaly&) const = default;
};

struct IncidentState {
    IncidentId id;
    QString label;
    Field<QString> title;
    Field<QString> severity;
    Field<QString> status;
    Field<QString> impact;
    Field<AdoptedPlaybook> playbook;
    QMap<Milestone, Field<Instant>> milestones; ///< Said or reached by a status. The time is the value.
    QMap<Milestone, Field<Instant>> milestonesSaid; ///< Those that were said.
    std::map<Rank, QString> statusSteps; ///< Every status that was given.
    bool falseAlarm = false;
    QMap<QString, Field<RoleHolder>> roles; ///< By role; where several hold it by "role/person".
    QHash<PersonId, Person> people;
    std::vector<Action> actions; ///< In the order of their numbers; retracted ones leave a gap.
    std::vector<FollowUp> followUps; ///< Numbered in one row with the actions.
    std::vector<Runbook> runbooks; ///< In the order in which they were attached.
    QMap<QString, Field<QString>> variables; ///< What placeholders stand for, by name.
    QMap<QString, Alert> alerts; ///< By alertField().
    std::vector<Update> updates;
    QMap<QString, Field<std::chrono::minutes>> cadences; ///< By audience, where somebody set one.
    QMap<QString, Field<QString>> sections;
    std::vector<EntryPtr> entries; ///< The narrative: by time of happening, retracted ones included.
    QHash<EntryId, EntryPtr> byId; ///< The same entries.
    QHash<EntryId, EntryId> acts; ///< The act of every entry, rows or not.
    QHash<EntryId, EntryId> bases; ///< What the author of an entry had seen in force, where that is here.
    QHash<EntryId, std::vector<EntryId>> amendments; ///< By what they amend.
    int lastNumber = 0; ///< Of actions and follow-ups.
    int lastUpdate = 0;
    std::map<std::pair<EntryId, Flag>, Field<bool>> flags;
    std::vector<Conflict> conflicts;
    std::vector<Anomaly> anomalies;

    bool declared() const { return !label.isEmpty(); }
    bool closed() const { return milestone(Milestone::Closed).has_value(); }
    std::optional<Instant> milestone(Milestone wanted) const;
    QTimeZone zone() const; ///< UTC where the playbook names none that this machine knows.
    /// Null where there is none.
    const Entry* entry(EntryId wanted) const;
    const Person* person(PersonId wanted) const;
    /// An action or a follow-up; null where it is neither.
    const Work* work(EntryId wanted) const;
    const Work* workNumbered(int number) const;
    /// By what attached it; null where there is none.
    const Runbook* runbook(EntryId attached) const;
    /// What was not said to be resolved, the one that began last first.
    std::vector<Alert> firing() const;
    /// Everyone who holds the role now, in the order they took it.
    std::vector<PersonId> holders(const QString& role) const;
    std::optional<PersonId> commander() const;

    bool operator==(const IncidentState& other) const;

private:
    template<typename Accept> const Work* find(Accept accept) const;
};

} // namespace warroom::incident
