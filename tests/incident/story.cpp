// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/story.h"

#include "incident/codec.h"

namespace warroom::tests {

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

Instant at(const QString& time)
{
    const QString iso = time.contains(u'T') ? time : u"2026-01-31T"_s + time;
    return toInstant(QDateTime::fromString(iso + u'Z', Qt::ISODateWithMs));
}

QString shown(Instant instant)
{
    const QDateTime time = toDateTime(instant);
    const QString clock = time.toString(time.time().second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    return time.date() == QDate(2026, 1, 31) ? clock : time.toString(u"yyyy-MM-dd "_s) + clock;
}

AdoptedPlaybook team()
{
    return {u"drill"_s, u"Europe/Berlin"_s, QString::fromLatin1(sha256("name: drill").toHex()),
        {{u"P0"_s, 5min, 60min, 15min}, {u"P1"_s, 15min, 240min, 30min}, {u"P2"_s, 0min, 0min, 0min}},
        {{u"Investigating"_s, {}}, {u"Mitigating"_s, {}}, {u"Monitoring"_s, Milestone::Mitigated},
            {u"Resolved"_s, Milestone::Resolved}, {u"Archived"_s, Milestone::Closed}},
        {{u"incident-commander"_s, true, false}, {u"scribe"_s, false, false}, {u"on-call"_s, false, true}},
        {u"root-cause"_s, u"lessons"_s}, {}};
}

PersonRef named(const QString& name) { return {std::nullopt, {}, name, {}}; }
PersonRef onRoster(const QString& key, const QString& name) { return {std::nullopt, key, name, key}; }

Story::Story() : m_actor(onRoster(u"alice"_s, u"Alice Chen"_s))
{
    inStore(0);
    at(u"14:00"_s);
}

Story Story::declared()
{
    Story story;
    story.says(declaration());
    return story;
}

Declare Story::declaration() { return {u"P1"_s, u"Sockets drop"_s, {}, {}, {}, team(), "name: drill"}; }

EntryId Story::act(int n, int store)
{
    return EntryId::fromText(
        u"019c1430-%1-7000-8000-0000%2"_s.arg(store, 4, 16, QLatin1Char('0')).arg(n * 256, 8, 16, QLatin1Char('0')))
        .value_or(EntryId{});
}

Story& Story::inStore(int store)
{
    m_store = store;
    m_acts = 0;
    m_origin = {act(0, 0xff00 + store).uuid};
    m_originSeq = 0;
    m_previousHash.clear();
    return *this;
}

Story& Story::at(const QString& time)
{
    m_now = tests::at(time);
    return *this;
}

Story& Story::happened(const QString& time)
{
    m_happened = tests::at(time);
    return *this;
}

Story& Story::typedBy(const PersonRef& person)
{
    m_actor = person;
    return *this;
}

Story& Story::saidBy(const PersonRef& person)
{
    m_by = person;
    return *this;
}

Submission Story::submission(Command command) const
{
    return {act(m_acts, m_store), {act(0, 0xfe00).uuid}, m_actor, m_by, m_happened.value_or(m_now), std::move(command)};
}

Outcome Story::say(Command command)
{
    const Submission said = submission(std::move(command));
    Outcome outcome{{}, {}, said.act, said.occurredAt};
    const Result<std::vector<Draft>> decided = decide(state(), said, m_now);
    if (!decided)
        outcome.refused = decided.error();
    else
        for (const Draft& draft : *decided)
            outcome.written.push_back(stored(draft, following(said.act, int(outcome.written.size())), said.act));
    m_log.take(outcome.written);
    ++m_acts;
    m_now += 1min;
    m_happened.reset();
    m_by.reset();
    return outcome;
}

EntryId Story::says(Command command)
{
    const Outcome outcome = say(std::move(command));
    if (outcome.refused || outcome.written.empty())
        qFatal("the story needs what was refused here");
    return outcome.act;
}

EntryId Story::write(Body body, std::optional<EntryId> basis)
{
    const Submission said = submission(Note{});
    const PersonId alice = rosterPersonId(u"alice"_s);
    m_log.take({stored({std::move(body), alice, std::nullopt, said.occurredAt, basis}, said.act, said.act)});
    ++m_acts;
    m_now += 1min;
    m_happened.reset();
    return said.act;
}

Event Story::stored(Draft draft, EntryId id, EntryId act)
{
    if (auto* declared = std::get_if<IncidentDeclared>(&draft.body))
        declared->label = u"INC-2026-01-31-001"_s;
    const Encoded encoded = encode(draft.body, draft.by, id.uuid.toRfc4122());
    const qint64 seen = events().empty() ? 0 : events().back().envelope.hlc;
    m_hlc = std::max({m_hlc, seen, (toMs(m_now) << 16) - 1}) + 1;
    Envelope envelope;
    envelope.id = id;
    envelope.incident = {Story::act(0, 0xfe00).uuid};
    envelope.act = act;
    envelope.origin = m_origin;
    envelope.originSeq = ++m_originSeq;
    envelope.hlc = m_hlc;
    envelope.type = encoded.type;
    envelope.version = encoded.version;
    envelope.actor = draft.actor;
    envelope.occurredAt = draft.occurredAt;
    envelope.recordedAt = m_now;
    envelope.basis = draft.basis;
    envelope.facts = encoded.facts;
    envelope.prose = encoded.prose;
    envelope.proseHash = encoded.prose ? sha256(*encoded.prose) : QByteArray();
    envelope.hash = chainHash(envelope, m_previousHash);
    m_previousHash = envelope.hash;
    return decode(std::move(envelope));
}

Event Story::emptied(Event event)
{
    event.envelope.prose.reset();
    return decode(std::move(event.envelope));
}

} // namespace warroom::tests
