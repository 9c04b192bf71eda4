// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbook.h"

#include <algorithm>

namespace warroom::playbook {

namespace {

bool same(const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

template<typename T, typename Matches> const T* first(const std::vector<T>& all, Matches matches)
{
    const auto found = std::ranges::find_if(all, matches);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const Severity* Playbook::severity(const QString& label) const
{
    return first(severities, [&](const Severity& severity) { return same(severity.label, label); });
}

const Status* Playbook::status(const QString& word) const
{
    return first(statuses, [&](const Status& status) { return same(status.word, word); });
}

const Role* Playbook::role(const QString& typed) const
{
    return first(roles, [&](const Role& role) {
        return same(role.id, typed) || same(role.name, typed) || role.aliases.contains(typed, Qt::CaseInsensitive);
    });
}

const Section* Playbook::section(const QString& typed) const
{
    return first(postMortem.sections,
        [&](const Section& section) { return same(section.id, typed) || same(section.heading, typed); });
}

const RosterPerson* Playbook::person(const QString& handle) const
{
    return first(roster, [&](const RosterPerson& person) { return same(person.handle, handle); });
}

} // namespace warroom::playbook
