// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/draft.h"

#include "capture/persons.h"

namespace warroom::capture {

namespace {

/// The next word, or the next two of "yesterday 23:50".
QString timeAhead(Cursor cursor)
{
    const QString first = cursor.word();
    if (first.compare(QLatin1String("yesterday"), Qt::CaseInsensitive) != 0)
        return first;
    const QString ahead = cursor.ahead();
    const qsizetype before = cursor.position();
    cursor.take(first.size(), SpanKind::When);
    return ahead.left(cursor.position() - before + cursor.word().size());
}

} // namespace

Draft::Draft(const QString& line, const Situation& given) : situation(given), cursor(line)
{
    reading.occurredAt = given.firstKey;
}

void Draft::refuse(const Error& error)
{
    if (reading.verdict != Verdict::Refused)
        reading.problem = error;
    reading.verdict = Verdict::Refused;
}

void Draft::confirm(ErrorCode code, const QString& detail)
{
    if (reading.verdict == Verdict::Refused)
        return;
    reading.verdict = Verdict::Confirm;
    reading.problem = Error{code, detail};
}

bool Draft::takeWhen()
{
    const QString text = timeAhead(cursor);
    if (reading.timeTyped || text.isEmpty())
        return false;
    const Result<When> when = readWhen(text, situation);
    if (when) {
        reading.occurredAt = when->instant;
        reading.otherDay = when->otherDay;
    } else if (when.error().code == ErrorCode::BadTime) {
        return false;
    } else {
        refuse(when.error());
    }
    reading.timeTyped = true;
    cursor.take(text.size(), SpanKind::When);
    return true;
}

bool Draft::takePerson(std::optional<incident::PersonRef>& into)
{
    const auto typed = typedPerson(cursor.ahead());
    if (into || !typed)
        return false;
    FoundPerson found = findPerson(*typed, situation);
    if (!found.person) {
        refuse({ErrorCode::AmbiguousPerson, typed->name});
        found.person = incident::PersonRef{std::nullopt, {}, typed->name, {}};
    }
    if (reading.candidates.empty())
        reading.candidates = std::move(found.candidates);
    into = found.person;
    reading.newPerson = reading.newPerson || found.isNew;
    cursor.take(typed->length, found.isNew ? SpanKind::NewPerson : SpanKind::Person);
    return true;
}

} // namespace warroom::capture
