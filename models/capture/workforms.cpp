// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/forms.h"
#include "capture/names.h"
#include "capture/persons.h"

#include <QRegularExpression>

#include <algorithm>

namespace warroom::capture::forms {

namespace {

using incident::Command;

/// A role as typed, and whether it is let go.
struct RoleWords {
    QString name;
    qsizetype start = 0;
    qsizetype end = 0;
    bool released = false;
};

/// Goes on to the person or the hyphen at the end of the line.
RoleWords takeRoleWords(Cursor& cursor)
{
    RoleWords words;
    words.start = words.end = cursor.position();
    QStringList name;
    while (!cursor.atEnd() && !typedPerson(cursor.ahead())) {
        const QString word = cursor.word();
        words.released = cursor.ahead().trimmed() == u'-';
        if (words.released)
            break;
        words.end = cursor.position() + word.size();
        name.append(word);
        cursor.pass(word.size());
    }
    words.name = name.join(u' ');
    return words;
}

/// The number of an action or follow-up, taken; null where there is none of that number.
Result<const incident::Work*> takeNumber(Draft& draft)
{
    const QString word = draft.cursor.word();
    const std::optional<int> number = numberIn(word);
    if (!number)
        return badForm();
    const auto* state = draft.situation.state;
    const incident::Work* work = state ? state->workNumbered(*number) : nullptr;
    draft.cursor.take(word.size(), work ? SpanKind::Argument : SpanKind::Unknown);
    if (!work)
        return Error{ErrorCode::UnknownAction, QString::number(*number)};
    return work;
}

Result<Command> mark(Draft& draft, incident::Mark mark)
{
    if (draft.cursor.rest() != draft.cursor.word())
        return badForm();
    const Result<const incident::Work*> work = takeNumber(draft);
    if (!work)
        return work.error();
    return Command(incident::MarkAction{(*work)->entry, mark});
}

/// The word behind `name`, both taken; none where the next word is another one.
std::optional<QString> takeNamed(Cursor& cursor, QLatin1String name)
{
    if (cursor.word().compare(name, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    cursor.take(name.size(), SpanKind::Argument);
    const QString value = cursor.word();
    cursor.take(value.size(), SpanKind::Argument);
    return value;
}

QString priorityNamed(const QString& typed, const playbook::Playbook* playbook)
{
    const auto* severity = playbook ? playbook->severity(typed) : nullptr;
    return severity ? severity->label : typed;
}

bool takeDue(Draft& draft, incident::ProposeFollowUp& proposal)
{
    const auto word = proposal.due.isNull() ? takeNamed(draft.cursor, QLatin1String("due")) : std::nullopt;
    if (!word)
        return false;
    proposal.due = QDate::fromString(*word, QStringLiteral("yyyy-MM-dd"));
    if (word->isEmpty())
        return true; // Nothing is left, so the text is missing as well.
    if (!proposal.due.isValid())
        draft.refuse({ErrorCode::BadDate, *word});
    return true;
}

bool takePriority(Draft& draft, incident::ProposeFollowUp& proposal)
{
    if (!proposal.priority.isEmpty())
        return false;
    const auto word = takeNamed(draft.cursor, QLatin1String("prio"));
    if (word)
        proposal.priority = priorityNamed(*word, draft.situation.playbook);
    return word.has_value();
}

} // namespace

std::optional<int> numberIn(const QString& word)
{
    static const QRegularExpression form(QStringLiteral("\\A#?([0-9]{1,6})\\z"));
    const auto match = form.match(word);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

Result<Command> role(Draft& draft)
{
    Cursor& cursor = draft.cursor;
    Reading& reading = draft.reading;
    const RoleWords words = takeRoleWords(cursor);
    const auto* role = draft.situation.playbook ? draft.situation.playbook->role(words.name) : nullptr;
    cursor.paint(words.start, words.end, role ? SpanKind::Argument : SpanKind::Unknown);
    if (words.released)
        cursor.take(1, SpanKind::Argument);
    else if (!draft.takePerson(reading.owner))
        std::swap(reading.owner, reading.by);
    if (words.name.isEmpty() || !cursor.rest().isEmpty() || (!words.released && !reading.owner))
        return badForm();
    if (!role)
        return Error{ErrorCode::UnknownRole, words.name};
    if (words.released)
        return Command(incident::ReleaseRole{role->id, std::nullopt});
    return Command(incident::AssignRole{role->id, *reading.owner});
}

Result<Command> followUp(Draft& draft)
{
    Reading& reading = draft.reading;
    incident::ProposeFollowUp proposal;
    while (draft.takePerson(reading.owner) || takeDue(draft, proposal) || takePriority(draft, proposal)) { }
    if (!reading.owner)
        std::swap(reading.owner, reading.by);
    reading.text = draft.cursor.rest();
    if (reading.text.isEmpty())
        return badForm();
    proposal.owner = reading.owner;
    proposal.text = reading.text;
    return Command(proposal);
}

Result<Command> owner(Draft& draft)
{
    const Result<const incident::Work*> work = takeNumber(draft);
    if (!work)
        return work.error();
    Cursor& cursor = draft.cursor;
    Reading& reading = draft.reading;
    const bool nobody = cursor.rest() == QLatin1String("-");
    if (nobody)
        cursor.take(1, SpanKind::Argument);
    else if (!draft.takePerson(reading.owner))
        std::swap(reading.owner, reading.by);
    if (!cursor.rest().isEmpty() || (!nobody && !reading.owner))
        return badForm();
    return Command(incident::ChangeOwner{(*work)->entry, reading.owner});
}

Result<Command> done(Draft& draft) { return mark(draft, incident::Mark::Done); }
Result<Command> start(Draft& draft) { return mark(draft, incident::Mark::Started); }
Result<Command> drop(Draft& draft) { return mark(draft, incident::Mark::Dropped); }

Result<Command> section(Draft& draft)
{
    static const std::vector<playbook::Section> none;
    const auto& sections = draft.situation.playbook ? draft.situation.playbook->postMortem.sections : none;
    std::vector<QStringList> names;
    for (const auto& section : sections)
        names.push_back({section.id, section.heading});
    Cursor& cursor = draft.cursor;
    const auto match = longestName(cursor.ahead(), names);
    const QString word = cursor.word();
    cursor.take(match ? match->length : word.size(), match ? SpanKind::Argument : SpanKind::Unknown);
    draft.reading.text = cursor.rest();
    if (word.isEmpty() || (match && draft.reading.text.isEmpty()))
        return badForm();
    if (!match)
        return Error{ErrorCode::UnknownSection, word};
    return Command(incident::WriteSection{sections[match->index].id, draft.reading.text});
}

} // namespace warroom::capture::forms
