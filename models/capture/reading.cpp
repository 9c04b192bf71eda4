// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/reading.h"

#include "capture/head.h"
#include "capture/verbs.h"

namespace warroom::capture {

namespace {

using incident::NoteKind;

NoteKind noteKind(const QString& kind)
{
    if (kind == QLatin1String("decision"))
        return NoteKind::Decision;
    if (kind == QLatin1String("hypothesis"))
        return NoteKind::Hypothesis;
    if (kind == QLatin1String("question"))
        return NoteKind::Question;
    return kind == QLatin1String("link") ? NoteKind::Link : NoteKind::Note;
}

void readKind(Draft& draft)
{
    Reading& reading = draft.reading;
    if (reading.kind.isEmpty())
        reading.kind = QStringLiteral("note");
    reading.text = draft.cursor.rest();
    if (reading.text.isEmpty())
        draft.refuse({ErrorCode::EmptyText, reading.kind});
    if (reading.kind != QLatin1String("action")) {
        reading.command = incident::Note{noteKind(reading.kind), reading.text, draft.pinned};
        return;
    }
    reading.command = incident::AssignAction{reading.owner, reading.timer, reading.text};
    if (!reading.owner)
        draft.confirm(ErrorCode::OwnerMissing, {});
}

/// Nothing of a line with an unknown word counts as read, not even a time before it: said again, all of it is the note.
void readUnknown(Draft& draft, const QString& word)
{
    draft.reading = Reading();
    draft.reading.occurredAt = draft.situation.firstKey;
    draft.reading.kind = QStringLiteral("note");
    draft.reading.text = draft.cursor.all();
    draft.reading.command = incident::Note{NoteKind::Note, draft.reading.text, false};
    draft.confirm(ErrorCode::UnknownKind, QLatin1Char('/') + word);
}

void readLine(Draft& draft)
{
    if (draft.cursor.ahead().startsWith(u'\\')) {
        draft.cursor.take(1, SpanKind::Escape);
        readKind(draft);
        return;
    }
    const Head head = readHead(draft);
    switch (head.sort) {
    case Head::Sort::Kind:
        return readKind(draft);
    case Head::Sort::Verb:
        return readVerb(head.word, draft);
    case Head::Sort::Unknown:
        return readUnknown(draft, head.word);
    }
}

/// Whatever else is wrong: there is nothing yet that it could be said in.
void requireIncident(Draft& draft)
{
    const auto* state = draft.situation.state;
    const bool isAbout = (state && state->declared()) || draft.situation.declaring;
    if (isAbout || draft.reading.verb == QLatin1String("incident"))
        return;
    draft.reading.verdict = Verdict::Refused;
    draft.reading.problem = Error{ErrorCode::NotDeclared, draft.situation.elsewhere};
}

} // namespace

Reading read(const QString& line, const Situation& situation)
{
    Draft draft(line, situation);
    Reading& reading = draft.reading;
    if (!draft.cursor.blank()) {
        reading.verdict = Verdict::Ready;
        readLine(draft);
        requireIncident(draft);
    }
    if (reading.verdict == Verdict::Refused)
        reading.command.reset();
    reading.spans = draft.cursor.spans();
    return reading;
}

} // namespace warroom::capture
