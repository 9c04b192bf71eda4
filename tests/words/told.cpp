// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/told.h"

namespace warroom::tests {

using namespace incident;

namespace {

const QUuid firstId(QStringLiteral("019c1000-0000-7000-8000-000000000000"));

void introduce(Told& told, const QString& handle, const QString& name)
{
    told.say(QStringLiteral("14:22"), PersonIntroduced{Told::person(handle), handle, name, handle});
}

} // namespace

Instant at(const QString& time)
{
    return toInstant(QDateTime::fromString(QStringLiteral("2026-01-31T%1Z").arg(time), Qt::ISODate));
}

playbook::Playbook team()
{
    playbook::Playbook book;
    book.name = QStringLiteral("team");
    playbook::Severity p0;
    p0.label = QStringLiteral("P0");
    p0.name = QStringLiteral("Critical");
    p0.colour = QStringLiteral("#ff6166");
    p0.resolveWithin = std::chrono::minutes(60);
    p0.updateEvery = std::chrono::minutes(15);
    playbook::Severity p1 = p0;
    p1.label = QStringLiteral("P1");
    book.severities = {p0, p1};
    book.statuses = {{QStringLiteral("Investigating"), {}}, {QStringLiteral("Mitigating"), {}},
        {QStringLiteral("Monitoring"), playbook::Milestone::Mitigated},
        {QStringLiteral("Resolved"), playbook::Milestone::Resolved}};
    playbook::Role commander;
    commander.id = QStringLiteral("incident-commander");
    commander.name = QStringLiteral("Incident Commander");
    commander.commander = true;
    playbook::Role scribe;
    scribe.id = QStringLiteral("scribe");
    scribe.name = QStringLiteral("Scribe");
    scribe.backup = QStringLiteral("dave");
    book.roles = {commander, scribe};
    book.roster = {{QStringLiteral("alice"), QStringLiteral("Alice Chen"), {}, {}, {}},
        {QStringLiteral("carol"), QStringLiteral("Carol Lee"), {}, {}, {}},
        {QStringLiteral("dave"), QStringLiteral("Dave Wong"), {}, {}, {}}};
    book.postMortem.sections = {{QStringLiteral("root-cause"), QStringLiteral("Root Cause"), false}};
    return book;
}

Told Told::declared()
{
    Told told;
    const playbook::Playbook book = team();
    AdoptedPlaybook adopted;
    adopted.name = book.name;
    adopted.zone = QStringLiteral("UTC");
    for (const playbook::Severity& severity : book.severities) {
        adopted.severities.push_back(
            {severity.label, severity.respondWithin, severity.resolveWithin, severity.updateEvery});
    }
    for (const playbook::Status& status : book.statuses)
        adopted.statuses.push_back({status.word, status.milestone});
    for (const playbook::Role& role : book.roles)
        adopted.roles.push_back({role.id, role.commander, role.several});
    adopted.sections = {QStringLiteral("root-cause")};
    told.say(QStringLiteral("14:22"), PlaybookAdopted{adopted});
    for (const playbook::RosterPerson& person : book.roster)
        introduce(told, person.handle, person.name);
    told.say(QStringLiteral("14:23"),
        IncidentDeclared{QStringLiteral("INC-2026-01-31-001"), QStringLiteral("P0"), QStringLiteral("Investigating"),
            QStringLiteral("WebSocket connections failing")});
    return told;
}

EntryId Told::say(const QString& time, const Body& body, const QString& by)
{
    const qint64 n = qint64(m_events.size()) + 1;
    Event event;
    event.body = body;
    Envelope& envelope = event.envelope;
    envelope.id = following(EntryId{firstId}, int(n));
    envelope.incident = IncidentId{firstId};
    envelope.act = envelope.id;
    envelope.origin = OriginId{firstId};
    envelope.originSeq = n;
    envelope.occurredAt = at(time);
    envelope.recordedAt = envelope.occurredAt;
    envelope.hlc = (toMs(at(QStringLiteral("12:00"))) + n) << 16;
    envelope.actor = person(QStringLiteral("carol"));
    envelope.by = person(by);
    envelope.prose = QByteArray("{}");
    envelope.proseHash = QByteArray("some");
    m_events.push_back(event);
    return envelope.id;
}

EntryId Told::note(const QString& time, const QString& text) { return say(time, Noted{NoteKind::Note, text}); }

void Told::redact(EntryId entry)
{
    for (Event& event : m_events) {
        if (event.envelope.id == entry) {
            event.envelope.prose.reset();
            event.body = Noted{NoteKind::Note, {}};
        }
    }
    say(QStringLiteral("14:50"), EntryRedacted{{entry}, {}});
}

} // namespace warroom::tests
