// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/persons.h"

#include <algorithm>

namespace warroom::capture {

namespace {

using incident::Person;
using incident::PersonRef;

bool same(const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

bool isHandle(const QString& word)
{
    const auto letters = word.toUcs4();
    const auto allowed = [](char32_t c) {
        return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'.' || c == U'_' || c == U'-';
    };
    return !letters.isEmpty() && QChar::isLetter(letters.first()) && std::ranges::all_of(letters, allowed)
        && !word.endsWith(u'.') && !word.endsWith(u'-');
}

std::optional<TypedPerson> quotedPerson(const QString& text)
{
    const qsizetype close = text.indexOf(u'"', 2);
    const QString name = text.mid(2, close - 2).simplified();
    const bool whole = close + 1 == text.size() || text.mid(close + 1, 1).at(0).isSpace();
    if (close < 0 || name.isEmpty() || !whole)
        return std::nullopt;
    return TypedPerson{name, true, close + 1};
}

/// Somebody on the roster is who the incident knows under that key already, if it does.
PersonRef onRoster(const playbook::RosterPerson& person, const incident::IncidentState* state)
{
    PersonRef ref{std::nullopt, person.handle, person.name, person.handle};
    if (!state)
        return ref;
    const auto known = std::ranges::find_if(
        state->people, [&](const Person& someone) { return same(someone.rosterKey, person.handle); });
    if (known == state->people.end())
        return ref;
    ref.id = known->id;
    if (!known->name.isEmpty())
        ref.name = known->name;
    return ref;
}

/// The roster in its order, then whoever else the incident knows, by name.
std::vector<PersonRef> everybody(const Situation& situation)
{
    std::vector<PersonRef> all;
    if (situation.playbook) {
        for (const auto& person : situation.playbook->roster)
            all.push_back(onRoster(person, situation.state));
    }
    if (!situation.state)
        return all;
    const auto onRosterCount = qsizetype(all.size());
    for (const Person& person : situation.state->people) {
        const auto listed = [&](const PersonRef& ref) { return ref.id == person.id; };
        if (std::none_of(all.begin(), all.begin() + onRosterCount, listed))
            all.push_back({person.id, person.rosterKey, person.name, person.handle});
    }
    std::sort(all.begin() + onRosterCount, all.end(), [](const PersonRef& a, const PersonRef& b) {
        return std::pair(a.name, a.id->uuid) < std::pair(b.name, b.id->uuid);
    });
    return all;
}

template<typename Matches> std::vector<PersonRef> those(const std::vector<PersonRef>& all, Matches matches)
{
    std::vector<PersonRef> found;
    std::ranges::copy_if(all, std::back_inserter(found), matches);
    return found;
}

std::vector<PersonRef> meant(const TypedPerson& typed, const std::vector<PersonRef>& all)
{
    if (typed.quoted)
        return those(all, [&](const PersonRef& ref) { return same(ref.name.simplified(), typed.name); });
    const auto exact = std::ranges::find_if(all, [&](const PersonRef& ref) { return same(ref.handle, typed.name); });
    if (exact != all.end())
        return {*exact};
    return those(all, [&](const PersonRef& ref) {
        return ref.handle.startsWith(typed.name, Qt::CaseInsensitive)
            || ref.name.simplified().section(u' ', 0, 0).startsWith(typed.name, Qt::CaseInsensitive);
    });
}

QString candidate(const PersonRef& ref)
{
    return ref.handle.isEmpty() ? QLatin1Char('"') + ref.name + QLatin1Char('"') : ref.handle;
}

} // namespace

std::optional<TypedPerson> typedPerson(const QString& text)
{
    if (text.startsWith(QLatin1String("@\"")))
        return quotedPerson(text);
    if (!text.startsWith(u'@'))
        return std::nullopt;
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    const QString handle = text.mid(1, end - text.begin() - 1);
    return isHandle(handle) ? std::optional(TypedPerson{handle, false, handle.size() + 1}) : std::nullopt;
}

FoundPerson findPerson(const TypedPerson& typed, const Situation& situation)
{
    FoundPerson found;
    const std::vector<PersonRef> matching = meant(typed, everybody(situation));
    if (matching.empty()) {
        found.person = PersonRef{std::nullopt, {}, typed.name, typed.quoted ? QString() : typed.name};
        found.isNew = true;
    } else if (matching.size() == 1) {
        found.person = matching.front();
    } else {
        std::ranges::transform(matching, std::back_inserter(found.candidates), candidate);
    }
    return found;
}

} // namespace warroom::capture
