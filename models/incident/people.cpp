// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/people.h"

#include "incident/codec.h"

#include <algorithm>

namespace warroom::incident {

namespace {

bool sameName(const QString& a, const QString& b) { return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0; }

bool isPerson(const Person& person, const PersonRef& ref)
{
    if (!ref.rosterKey.isEmpty())
        return sameName(person.rosterKey, ref.rosterKey);
    return sameName(person.name, ref.name) || sameName(person.handle, ref.name) || sameName(person.handle, ref.handle)
        || sameName(person.name, ref.handle);
}

} // namespace

AdoptedPlaybook adopt(const playbook::Playbook& playbook, const QByteArray& bytes)
{
    AdoptedPlaybook adopted{playbook.name, QString::fromLatin1(playbook.zone.id()),
        QString::fromLatin1(sha256(bytes).toHex()), {}, {}, {}, {}, {}};
    for (const playbook::Severity& s : playbook.severities)
        adopted.severities.push_back({s.label, s.respondWithin, s.resolveWithin, s.updateEvery});
    for (const playbook::Status& s : playbook.statuses)
        adopted.statuses.push_back({s.word, s.milestone});
    for (const playbook::Role& r : playbook.roles)
        adopted.roles.push_back({r.id, r.commander, r.several});
    for (const playbook::Section& s : playbook.postMortem.sections)
        adopted.sections += s.id;
    for (const playbook::Checklist& c : playbook.checklists) {
        if (c.at)
            adopted.checklists.push_back({c.title, *c.at, c.steps});
    }
    return adopted;
}

PersonRef personNamed(const QString& name, const playbook::Playbook& playbook)
{
    for (const playbook::RosterPerson& person : playbook.roster) {
        if (person.handle.compare(name, Qt::CaseInsensitive) == 0
            || person.name.compare(name, Qt::CaseInsensitive) == 0)
            return {std::nullopt, person.handle, person.name, person.handle};
    }
    return {std::nullopt, {}, name, {}};
}

std::optional<PersonId> knownPerson(const PersonRef& ref, const QHash<PersonId, Person>& people)
{
    if (ref.id && people.contains(*ref.id))
        return ref.id;
    std::vector<PersonId> known;
    for (const Person& person : people) {
        if (isPerson(person, ref))
            known.push_back(person.id);
    }
    return known.empty() ? std::nullopt : std::optional(*std::ranges::min_element(known));
}

} // namespace warroom::incident
