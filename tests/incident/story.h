// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/decide.h"
#include "incident/fold.h"

#include <QTest>

#include <vector>

/// Incidents told by commands, in one store or several.
namespace warroom::tests {

/// "14:20", "14:20:30" on 31 January 2026, or "2026-01-30T23:50"; UTC.
Instant at(const QString& time);
/// "14:20", "14:20:30", or with the date on another day.
QString shown(Instant instant);

/// Severities P0, P1, P2 (no targets); statuses Investigating, Mitigating, Monitoring (mitigated), Resolved, Archived
/// (closed); roles incident-commander, scribe, on-call (several); sections root-cause, lessons.
incident::AdoptedPlaybook team();

/// Somebody who is on no roster.
incident::PersonRef named(const QString& name);
incident::PersonRef onRoster(const QString& key, const QString& name);

/// What became of a command.
struct Outcome {
    std::optional<Error> refused;
    std::vector<incident::Event> written;
    EntryId act;
    Instant happened;
};

/// One store with its log of one incident. A copy is a store that has seen as much.
class Story
{
public:
    /// Nothing was said yet.
    Story();
    /// Declared as P1 at 14:00 by Alice, who is on the roster.
    static Story declared();
    static incident::Declare declaration();

    /// The id of the n-th act that was said anywhere in the story of a store; the declaration is number 0.
    static EntryId act(int n, int store = 0);
    /// The n-th entry of an act.
    static EntryId entry(int act, int n) { return following(Story::act(act), n); }

    /// From now on: a store of its own, whose acts count from 0 again.
    Story& inStore(int store);
    /// When the next things happen and are typed; goes on a minute with each command.
    Story& at(const QString& time);
    /// When the next thing happened, if that is not when it is typed.
    Story& happened(const QString& time);
    Story& typedBy(const incident::PersonRef& person);
    Story& saidBy(const incident::PersonRef& person);

    Outcome say(incident::Command command);
    /// Like say, for what has to succeed: the id of the act.
    EntryId says(incident::Command command);
    /// Puts an entry into the log that no rule has seen.
    EntryId write(incident::Body body, std::optional<EntryId> basis = {});
    /// Takes in everything that the other store has.
    void merge(const Story& other) { m_log.take(other.events()); }
    /// As the journal reads an entry whose prose is gone.
    static incident::Event emptied(incident::Event event);

    const incident::IncidentState& state() const { return m_log.state(); }
    const std::vector<incident::Event>& events() const { return m_log.events(); }
    Instant now() const { return m_now; }

    incident::Submission submission(incident::Command command) const;

private:
    incident::Event stored(incident::Draft draft, EntryId id, EntryId act);

    incident::Log m_log;
    int m_store = 0;
    int m_acts = 0;
    Instant m_now;
    std::optional<Instant> m_happened;
    incident::PersonRef m_actor;
    std::optional<incident::PersonRef> m_by;
    OriginId m_origin;
    qint64 m_originSeq = 0;
    qint64 m_hlc = 0;
    QByteArray m_previousHash;
};

} // namespace warroom::tests
