// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/completion.h"

#include "timeline/offers.h"

#include <QCoreApplication>

#include <algorithm>

namespace warroom::timeline {

using capture::SpanKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::timeline::Completion)
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

/// The offers that somebody may mean who typed this, in their order.
std::vector<Suggestion> fitting(const std::vector<Offer>& offers, const QString& typed)
{
    std::vector<Suggestion> result;
    for (const Offer& offer : offers) {
        const auto fits = [&](const QString& spelling) { return spelling.startsWith(typed, Qt::CaseInsensitive); };
        if (std::ranges::any_of(offer.spellings, fits))
            result.push_back(offer.suggestion);
    }
    return result;
}

bool isSpaceOrEnd(const QString& line, int at) { return at >= line.size() || line[at].isSpace(); }

int afterSpaces(const QString& line, int at)
{
    while (at < line.size() && line[at].isSpace())
        ++at;
    return at;
}

int endOfWord(const QString& line, int at)
{
    while (!isSpaceOrEnd(line, at))
        ++at;
    return at;
}

/// Where the verb ends, with the times and persons that belong to it.
int endOfHead(const std::vector<capture::Span>& spans)
{
    int end = 0;
    for (const capture::Span& span : spans) {
        if (span.kind == SpanKind::Argument || span.kind == SpanKind::Unknown)
            break;
        if (span.kind != SpanKind::Text)
            end = span.start + span.length;
    }
    return end;
}

/// What may be named first, and behind it somebody.
std::vector<Suggestion> thenPeople(const std::vector<Offer>& first, bool isNamed, const QString& typed, int& start,
    const capture::Situation& situation)
{
    std::vector<Suggestion> suggestions = fitting(first, typed);
    if (!suggestions.empty() || !typed.endsWith(QLatin1Char(' ')) || !isNamed)
        return suggestions;
    start += int(typed.size());
    return fitting(offers::people(situation), {});
}

/// A role has a name of several words, and somebody who takes it.
std::vector<Suggestion> roleSuggestions(const QString& typed, int& start, const capture::Situation& situation)
{
    const bool isNamed = situation.playbook && situation.playbook->role(typed.simplified());
    return thenPeople(offers::roles(situation), isNamed, typed, start, situation);
}

std::vector<Suggestion> ownerSuggestions(const QString& typed, int& start, const capture::Situation& situation)
{
    const bool isNamed = situation.state && situation.state->workNumbered(typed.trimmed().toInt());
    return thenPeople(offers::actions(incident::Mark::Done, situation), isNamed, typed, start, situation);
}

std::vector<Suggestion> arguments(
    const QString& verb, const QString& typed, int& start, const capture::Situation& situation)
{
    static const QString declare = QStringLiteral("declare");
    if (verb == QLatin1String("sev"))
        return fitting(offers::severities(situation), typed);
    if (verb == QLatin1String("status"))
        return fitting(offers::statuses(situation), typed);
    if (verb == QLatin1String("role"))
        return roleSuggestions(typed, start, situation);
    if (verb == QLatin1String("owner"))
        return ownerSuggestions(typed, start, situation);
    if (verb == QLatin1String("section"))
        return fitting(offers::sections(situation), typed);
    if (verb == QLatin1String("start"))
        return fitting(offers::actions(incident::Mark::Started, situation), typed);
    if (verb == QLatin1String("done"))
        return fitting(offers::actions(incident::Mark::Done, situation), typed);
    if (verb == QLatin1String("drop"))
        return fitting(offers::actions(incident::Mark::Dropped, situation), typed);
    if (verb != QLatin1String("incident"))
        return {};
    if (typed.startsWith(declare + QLatin1Char(' '), Qt::CaseInsensitive)) {
        const int length = afterSpaces(typed, int(declare.size()));
        start += length;
        return fitting(offers::severities(situation), typed.mid(length));
    }
    return fitting({{{declare, {}, Text::tr("P0 what is failing")}, {declare}}}, typed);
}

/// What may follow the verb that the cursor stands behind.
Completion completeArgument(const QString& line, int cursor, const capture::Situation& situation)
{
    const QString before = line.left(cursor);
    const capture::Reading reading = capture::read(before, situation);
    const int end = endOfHead(reading.spans);
    if (reading.verb.isEmpty() || end >= cursor || !before[end].isSpace())
        return {};
    int start = afterSpaces(before, end);
    std::vector<Suggestion> suggestions = arguments(reading.verb, before.mid(start), start, situation);
    return {start, endOfWord(line, cursor) - start, std::move(suggestions)};
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
        {QStringLiteral("/owner"), {}, Text::tr("who does an action — its number @person, - for nobody")},
        {QStringLiteral("/start"), {}, Text::tr("somebody began an action — its number")},
        {QStringLiteral("/done"), {}, Text::tr("an action is done — its number")},
        {QStringLiteral("/drop"), {}, Text::tr("an action is no longer needed — its number")},
        {QStringLiteral("/tick"), {}, Text::tr("a step of the runbook is done — its number")},
        {QStringLiteral("/skip"), {}, Text::tr("a step is left out — its number, and why")},
        {QStringLiteral("/seen"), {}, Text::tr("what was seen at a step — its number")},
        {QStringLiteral("/output"), {}, Text::tr("what a command printed at a step — its number")},
        {QStringLiteral("/set"), {}, Text::tr("what a placeholder stands for — NAME value")},
        {QStringLiteral("/alert"), {}, Text::tr("what a monitor says — NAME, and resolved when it is over")},
        {QStringLiteral("/section"), {}, Text::tr("a part of the post-mortem — NAME text")},
        {QStringLiteral("/incident"), {}, Text::tr("declare P0 what is failing")}};
}

Completion complete(const QString& line, int cursor, const capture::Situation& situation)
{
    int start = cursor;
    while (start > 0 && !line[start - 1].isSpace())
        --start;
    const int end = endOfWord(line, cursor);
    const QString word = line.mid(start, end - start);
    const bool person = word.startsWith(QLatin1Char('@'));
    if (!person && !word.startsWith(QLatin1Char('/')))
        return completeArgument(line, cursor, situation);
    if (!isHead(line.left(start), person, situation))
        return {};
    return {start, end - start, fitting(person ? offers::people(situation) : offers::words(), word)};
}

} // namespace warroom::timeline
