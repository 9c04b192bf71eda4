// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/people.h"
#include "incident/prose.h"
#include "incident/rules.h"

#include <algorithm>

namespace warroom::incident {

Decision::Decision(const IncidentState& state, const Submission& submission, Instant now)
    : m_state(state), m_submission(submission), m_now(now), m_playbook(state.playbook.value), m_people(state.people)
{
}

Result<std::vector<Draft>> Decision::make()
{
    const bool declaring = std::holds_alternative<Declare>(m_submission.command);
    if (!m_state.declared() && !declaring)
        return Error{ErrorCode::NotDeclared, {}};
    if (const Verdict time = checkTime(m_submission.occurredAt); !time)
        return time.error();
    if (!declaring)
        meetAuthor();
    const Verdict verdict = std::visit([this](const auto& command) { return decide(command); }, m_submission.command);
    if (!verdict)
        return verdict.error();
    for (const Draft& draft : m_drafts) {
        const auto* person = std::get_if<PersonIntroduced>(&draft.body);
        if (const qsizetype size = person ? std::max(person->name.size(), person->handle.size()) : 0; size > maxProse)
            return Error{ErrorCode::TextTooLong, QString::number(size)};
    }
    const bool news = std::any_of(m_drafts.begin(), m_drafts.end(),
        [](const Draft& draft) { return !std::holds_alternative<PersonIntroduced>(draft.body); });
    if (!news)
        m_drafts.clear();
    for (Draft& draft : m_drafts) {
        draft.actor = m_actor;
        if (m_by != m_actor && !bookkeeping(draft.body))
            draft.by = m_by;
    }
    return std::move(m_drafts);
}

void Decision::meetAuthor()
{
    m_actor = meet(m_submission.actor);
    m_by = m_submission.by ? std::optional(meet(*m_submission.by)) : std::nullopt;
}

Decision::Verdict Decision::checkTime(Instant occurredAt) const
{
    if (occurredAt > m_now + maxAhead)
        return Error{ErrorCode::FutureTime, toIso(occurredAt)};
    if (occurredAt < Instant{})
        return Error{ErrorCode::BadTime, toIso(occurredAt)};
    return {};
}

Decision::Verdict Decision::checkDuration(std::chrono::minutes duration)
{
    if (duration.count() < 0 || duration > maxMinutes)
        return Error{ErrorCode::BadTime, QString::number(duration.count())};
    return {};
}

Result<QString> Decision::required(const QString& text) const
{
    Result<QString> clean = optional(text);
    if (clean && clean->isEmpty())
        return Error{ErrorCode::EmptyText, {}};
    return clean;
}

Result<QString> Decision::optional(const QString& text) const
{
    const QString clean = cleaned(text).trimmed();
    if (clean.size() > maxProse)
        return Error{ErrorCode::TextTooLong, QString::number(clean.size())};
    return clean;
}

PersonId Decision::meet(const PersonRef& typed)
{
    if (typed.id && m_people.contains(*typed.id))
        return *typed.id;
    const PersonRef ref{{}, typed.rosterKey, cleaned(typed.name).trimmed(), cleaned(typed.handle).trimmed()};
    if (const std::optional<PersonId> known = knownPerson(ref, m_people))
        return *known;

    const Person person{ref.rosterKey.isEmpty() ? PersonId{nextId().uuid} : rosterPersonId(ref.rosterKey),
        ref.rosterKey, ref.name, ref.handle};
    m_people.insert(person.id, person);
    add(PersonIntroduced{person.id, person.rosterKey, person.name, person.handle});
    return person.id;
}

void Decision::add(Body body, std::optional<EntryId> basis) { addAt(m_submission.occurredAt, std::move(body), basis); }

void Decision::addAt(Instant occurredAt, Body body, std::optional<EntryId> basis)
{
    m_drafts.push_back({std::move(body), {}, std::nullopt, occurredAt, basis});
}

EntryId Decision::nextId() const { return following(m_submission.act, int(m_drafts.size())); }

bool Decision::conflicted(const QString& field) const
{
    return std::any_of(m_state.conflicts.begin(), m_state.conflicts.end(),
        [&](const Conflict& conflict) { return conflict.field == field; });
}

} // namespace warroom::incident
