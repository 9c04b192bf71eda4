// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/story.h"

#include "incident/codec.h"
#include "incident/prose.h"

using namespace Qt::StringLiterals;

namespace warroom::tests {

using namespace incident;

namespace {

AdoptedPlaybook adopted(const QString& zone)
{
    AdoptedPlaybook adopted;
    adopted.name = u"test"_s;
    adopted.zone = zone;
    for (const playbook::Severity& severity : playbook().severities)
        adopted.severities.push_back({severity.label});
    for (const playbook::Status& status : playbook().statuses)
        adopted.statuses.push_back({status.word, status.milestone});
    for (const playbook::Role& role : playbook().roles)
        adopted.roles.push_back({role.id, role.commander, role.several});
    return adopted;
}

} // namespace

Instant at(const QString& iso) { return toInstant(QDateTime::fromString(iso, Qt::ISODate)); }

Story::Story(const QString& declared, const QString& title, const QString& zone)
    : m_next{QUuid(u"01900000-0000-7000-8000-000000000000"_s)}, m_lastAt(at(declared))
{
    const PersonId alice = person(u"Alice Chen"_s);
    say(declared, PlaybookAdopted{adopted(zone)}, alice);
    say(declared, IncidentDeclared{u"INC-2026-01-31-001"_s, u"P0"_s, u"investigating"_s, title}, alice);
}

EntryId Story::say(const QString& moment, Body body, std::optional<PersonId> by)
{
    m_next = following(m_next, 1);
    m_lastAt = std::max(m_lastAt, at(moment));
    Event event;
    event.envelope.id = m_next;
    event.envelope.act = m_next;
    event.envelope.hlc = (toMs(m_lastAt) << 16) + qint64(m_events.size());
    event.envelope.type = typeWord(body);
    event.envelope.actor = rosterPersonId(u"Alice Chen"_s);
    event.envelope.by = by;
    event.envelope.occurredAt = at(moment);
    event.envelope.recordedAt = m_lastAt;
    event.body = std::move(body);
    m_events.push_back(std::move(event));
    return m_next;
}

EntryId Story::note(const QString& moment, const QString& text) { return say(moment, Noted{NoteKind::Note, text}); }

EntryId Story::pin(const QString& moment, const QString& text)
{
    const EntryId noted = note(moment, text);
    say(toIso(m_lastAt), EntryFlagged{noted, Flag::Pinned, true});
    return noted;
}

void Story::section(const QString& id, const QString& text) { say(toIso(m_lastAt), SectionWritten{id, text}); }

EntryId Story::followUp(const QString& owner, const QString& due, const QString& priority, const QString& text)
{
    return say(toIso(m_lastAt), FollowUpProposed{person(owner), QDate::fromString(due, Qt::ISODate), priority, text});
}

PersonId Story::person(const QString& name)
{
    const PersonId id = rosterPersonId(name);
    const bool known = std::any_of(m_events.begin(), m_events.end(), [&](const Event& event) {
        const auto* introduced = std::get_if<PersonIntroduced>(&event.body);
        return introduced && introduced->person == id;
    });
    if (!known)
        say(toIso(m_lastAt), PersonIntroduced{id, name, name, name});
    return id;
}

playbook::Playbook playbook()
{
    const auto severity = [](const QString& label, const QString& name) {
        playbook::Severity made;
        made.label = label;
        made.name = name;
        return made;
    };
    const auto role = [](const QString& id, const QString& name) {
        playbook::Role made;
        made.id = id;
        made.name = name;
        return made;
    };
    playbook::Playbook playbook;
    playbook.severities = {severity(u"P0"_s, u"Critical"_s), severity(u"P1"_s, u"High"_s)};
    playbook.statuses = {{u"investigating"_s, {}}, {u"mitigated"_s, Milestone::Mitigated},
        {u"resolved"_s, Milestone::Resolved}, {u"closed"_s, Milestone::Closed}};
    playbook.roles = {role(u"incident-commander"_s, u"Incident Commander"_s),
        role(u"on-call-engineer"_s, u"On-Call Engineer"_s), role(u"sme"_s, u"Subject Matter Expert"_s)};
    playbook.roles.front().commander = true;
    playbook.roles.back().several = true;
    playbook.postMortem.sections = {{u"summary"_s, u"Summary"_s}, {u"users-affected"_s, u"Users Affected"_s, true},
        {u"root-cause"_s, u"Root Cause"_s}};
    return playbook;
}

QString plainWording(const Entry& entry)
{
    const QString* text = prose(entry.body);
    return text && !text->isEmpty() ? *text : typeWord(entry.body);
}

} // namespace warroom::tests
