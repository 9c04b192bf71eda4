// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/completion.h"

#include "words/sentence.h"
#include "words/visible.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace warroom::desk {

using capture::SpanKind;

namespace {

constexpr std::size_t maxSuggestions = 6;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::Completion)
};

/// Whether all of the text is head, so that a word behind it still is.
bool isHead(const QString& text, bool forPerson, const capture::Situation& situation)
{
    // Read on its own: as soon as a word is not known yet, the whole line reads as a note.
    const capture::Reading reading = capture::read(text, situation);
    return std::ranges::all_of(reading.spans, [&](const capture::Span& span) {
        switch (span.kind) {
        case SpanKind::Text:
            return text.mid(span.start, span.length).trimmed().isEmpty();
        case SpanKind::When:
        case SpanKind::Person:
        case SpanKind::NewPerson:
            return true;
        case SpanKind::Kind:
        case SpanKind::Verb:
        case SpanKind::Argument:
            return forPerson;
        case SpanKind::Escape:
        case SpanKind::Unknown:
            return false;
        }
        Q_UNREACHABLE();
    });
}

QString roleOf(const QString& handle, const QString& title, const playbook::Playbook& playbook)
{
    for (const playbook::Role& role : playbook.roles) {
        if (role.primary == handle)
            return role.name;
    }
    for (const playbook::Role& role : playbook.roles) {
        if (role.backup == handle)
            return Text::tr("%1, backup", "role").arg(role.name);
    }
    return title;
}

QString mention(const QString& handle)
{
    return handle.contains(QLatin1Char(' ')) ? QStringLiteral("@\"%1\"").arg(handle) : QLatin1Char('@') + handle;
}

std::vector<Suggestion> people(const capture::Situation& situation)
{
    std::vector<Suggestion> result;
    QSet<QString> seen;
    if (situation.playbook) {
        for (const playbook::RosterPerson& person : situation.playbook->roster) {
            seen << person.handle;
            result.push_back({mention(person.handle), words::visible(person.name),
                words::visible(roleOf(person.handle, person.title, *situation.playbook))});
        }
    }
    if (situation.state) {
        std::vector<Suggestion> others;
        for (const incident::Person& person : situation.state->people) {
            const QString handle = person.handle.isEmpty() ? person.name : person.handle;
            if (!handle.isEmpty() && !seen.contains(person.rosterKey) && !seen.contains(handle))
                others.push_back({mention(handle), words::visible(person.shown()), {}});
        }
        std::ranges::sort(others, {}, &Suggestion::insert);
        result.insert(result.end(), others.begin(), others.end());
    }
    return result;
}

bool fits(const Suggestion& suggestion, const QString& word)
{
    return suggestion.insert.startsWith(word, Qt::CaseInsensitive)
        || (word.startsWith(QLatin1Char('@')) && suggestion.name.startsWith(word.mid(1), Qt::CaseInsensitive));
}

} // namespace

std::vector<Suggestion> lineWords()
{
    return {{QStringLiteral("/note"), {}, Text::tr("what was seen or said")},
        {QStringLiteral("/decision"), {}, Text::tr("what was decided — @name sets who")},
        {QStringLiteral("/action"), {}, Text::tr("something someone will do — @owner sets who")},
        {QStringLiteral("/hypothesis"), {}, Text::tr("what may be the cause")},
        {QStringLiteral("/question"), {}, Text::tr("what somebody has to find out")},
        {QStringLiteral("/link"), {}, Text::tr("an address worth keeping")},
        {QStringLiteral("/sev"), {}, Text::tr("how bad it is — P1 because …")},
        {QStringLiteral("/status"), {}, Text::tr("how far it is")},
        {QStringLiteral("/role"), {}, Text::tr("who takes a role — NAME @person, - releases it")},
        {QStringLiteral("/update"), {}, Text::tr("the status update as it went out")},
        {QStringLiteral("/impact"), {}, Text::tr("who feels it and how")},
        {QStringLiteral("/ack"), {}, Text::tr("somebody is on it")},
        {QStringLiteral("/detected"), {}, Text::tr("when it was noticed")},
        {QStringLiteral("/mitigated"), {}, Text::tr("the pain is over, the cause is not")},
        {QStringLiteral("/resolve"), {}, Text::tr("it is over — what fixed it, or: false alarm")},
        {QStringLiteral("/close"), {}, Text::tr("nothing is left to do")},
        {QStringLiteral("/followup"), {}, Text::tr("later — @owner due 2026-02-01 prio P1 text")},
        {QStringLiteral("/start"), {}, Text::tr("somebody began an action — its number")},
        {QStringLiteral("/done"), {}, Text::tr("an action is done — its number")},
        {QStringLiteral("/drop"), {}, Text::tr("an action is no longer needed — its number")},
        {QStringLiteral("/section"), {}, Text::tr("a part of the post-mortem — NAME text")},
        {QStringLiteral("/incident"), {}, Text::tr("declare P0 what is failing")}};
}

Completion complete(const QString& line, int cursor, const capture::Situation& situation)
{
    int start = cursor;
    while (start > 0 && !line[start - 1].isSpace())
        --start;
    int end = cursor;
    while (end < line.size() && !line[end].isSpace())
        ++end;
    const QString word = line.mid(start, end - start);
    const bool person = word.startsWith(QLatin1Char('@'));
    if ((!person && !word.startsWith(QLatin1Char('/'))) || !isHead(line.left(start), person, situation))
        return {};
    Completion result{start, end - start, {}};
    for (const Suggestion& suggestion : person ? people(situation) : lineWords()) {
        if (fits(suggestion, word) && result.suggestions.size() < maxSuggestions)
            result.suggestions.push_back(suggestion);
    }
    return result;
}

} // namespace warroom::desk
