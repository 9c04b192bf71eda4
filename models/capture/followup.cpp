// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/followup.h"

#include "capture/persons.h"

namespace warroom::capture {

namespace {

constexpr int dueInDays = 7;

/// Whether the word is read as this person and nobody else.
bool means(const QString& word, PersonId person, const Situation& situation)
{
    const std::optional<TypedPerson> typed = typedPerson(word);
    if (!typed || typed->length != word.size())
        return false;
    const FoundPerson found = findPerson(*typed, situation);
    return found.person && found.person->id == person;
}

/// "@alice" or "@\"Alice Chen\""; empty where no word means this person alone.
QString mention(PersonId id, const Situation& situation)
{
    const incident::Person* person = situation.state->person(id);
    if (!person)
        return {};
    for (const QString& word : {QLatin1Char('@') + person->handle, QStringLiteral("@\"%1\"").arg(person->name)}) {
        if (means(word, id, situation))
            return word;
    }
    return {};
}

} // namespace

QString followUpLine(const QString& text, const std::optional<PersonId>& owner, const Situation& situation)
{
    QStringList words{QStringLiteral("/followup")};
    if (owner && situation.state)
        words << mention(*owner, situation);
    const QDate due = toDateTime(situation.now, situation.zone).date().addDays(dueInDays);
    words << QStringLiteral("due") << due.toString(Qt::ISODate);
    const QString severity = situation.state ? situation.state->severity.value : QString();
    if (!severity.isEmpty() && !severity.contains(QLatin1Char(' ')))
        words << QStringLiteral("prio") << severity;
    words << text.section(QLatin1Char('\n'), 0, 0).trimmed();
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

} // namespace warroom::capture
