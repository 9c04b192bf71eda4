// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/forms.h"

namespace warroom::capture::forms {

namespace {

using incident::Command;

/// The runbook that step numbers are of: the one in view, else the one that was taken up last.
const incident::Runbook* followed(const Situation& situation)
{
    if (!situation.state || situation.state->runbooks.empty())
        return nullptr;
    const incident::Runbook* inView = situation.state->runbook(situation.runbook);
    return inView ? inView : &situation.state->runbooks.back();
}

struct Place {
    EntryId runbook;
    int step = 0;
};

/// The number of a step, taken. What follows it is the reading's text.
Result<Place> takeStep(Draft& draft)
{
    const QString word = draft.cursor.word();
    const std::optional<int> number = numberIn(word);
    if (!number)
        return badForm();
    const incident::Runbook* runbook = followed(draft.situation);
    const bool known = runbook && *number >= 1 && std::size_t(*number) <= runbook->marks.size();
    draft.cursor.take(word.size(), known ? SpanKind::Argument : SpanKind::Unknown);
    if (!runbook)
        return Error{ErrorCode::NoRunbook, {}};
    if (!known)
        return Error{ErrorCode::UnknownStep, QString::number(*number)};
    draft.reading.text = draft.cursor.rest();
    return Place{runbook->entry, *number - 1};
}

Result<Command> marked(Draft& draft, incident::StepMark mark)
{
    const Result<Place> place = takeStep(draft);
    if (!place)
        return place.error();
    return Command(incident::MarkStep{place->runbook, place->step, mark, {}, draft.reading.text});
}

/// By its number, or by what it begins with where no other one does; from 0.
std::optional<int> answerNamed(const QString& typed, const QStringList& answers)
{
    if (const std::optional<int> number = numberIn(typed); number && *number >= 1 && *number <= answers.size())
        return *number - 1;
    std::optional<int> found;
    for (int i = 0; i < answers.size(); ++i) {
        if (!typed.isEmpty() && answers[i].compare(typed, Qt::CaseInsensitive) == 0)
            return i;
        if (!typed.isEmpty() && answers[i].startsWith(typed, Qt::CaseInsensitive)) {
            if (found)
                return std::nullopt;
            found = i;
        }
    }
    return found;
}

Result<Command> noted(Draft& draft, bool output)
{
    const Result<Place> place = takeStep(draft);
    if (!place)
        return place.error();
    if (draft.reading.text.isEmpty())
        return badForm();
    return Command(incident::NoteStep{place->runbook, place->step, output, draft.reading.text});
}

} // namespace

Result<Command> tick(Draft& draft)
{
    Result<Command> command = marked(draft, incident::StepMark::Done);
    auto* mark = command ? std::get_if<incident::MarkStep>(&*command) : nullptr;
    const incident::Runbook* runbook = followed(draft.situation);
    if (!mark || !runbook->asks(mark->step))
        return command;
    const QStringList answers = runbook->answers.value(mark->step);
    mark->answer = answerNamed(mark->text, answers);
    if (!mark->answer)
        return Error{ErrorCode::UnknownAnswer, answers.join(QStringLiteral(", "))};
    mark->text = answers.value(*mark->answer, mark->text);
    draft.reading.text = mark->text;
    return command;
}

Result<Command> seen(Draft& draft) { return noted(draft, false); }
Result<Command> output(Draft& draft) { return noted(draft, true); }

Result<Command> skip(Draft& draft)
{
    const Result<Command> command = marked(draft, incident::StepMark::Skipped);
    return command && draft.reading.text.isEmpty() ? Result<Command>(badForm()) : command;
}

Result<Command> set(Draft& draft)
{
    const QString name = draft.cursor.word();
    draft.cursor.take(name.size(), SpanKind::Argument);
    draft.reading.text = draft.cursor.rest();
    if (name.isEmpty() || draft.reading.text.isEmpty())
        return badForm();
    return Command(incident::SetVariable{name, draft.reading.text});
}

} // namespace warroom::capture::forms
