// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/people.h"

#include "incident/codec.h"

namespace warroom::incident {

AdoptedPlaybook adopt(const playbook::Playbook& playbook, const QByteArray& bytes)
{
    AdoptedPlaybook adopted{playbook.name, QString::fromLatin1(playbook.zone.id()),
        QString::fromLatin1(sha256(bytes).toHex()), {}, {}, {}, {}};
    for (const playbook::Severity& s : playbook.severities)
        adopted.severities.push_back({s.label, s.respondWithin, s.resolveWithin, s.updateEvery});
    for (const playbook::Status& s : playbook.statuses)
        adopted.statuses.push_back({s.word, s.milestone});
    for (const playbook::Role& r : playbook.roles)
        adopted.roles.push_back({r.id, r.commander, r.several});
    for (const playbook::Section& s : playbook.postMortem.sections)
        adopted.sections += s.id;
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

} // namespace warroom::incident
