// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/readingtext.h"

#include "words/duration.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QCoreApplication>
#include <QHash>

namespace warroom::timeline {

using capture::Reading;
using capture::Situation;
using capture::Verdict;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::timeline::ReadingText)
};

constexpr std::chrono::minutes oldAfter{2};

QString whenText(const Reading& reading, const Situation& situation)
{
    const QString time = words::timeOfDay(reading.occurredAt, situation.zone);
    if (!reading.otherDay)
        return time;
    const QDate today = toDateTime(situation.now, situation.zone).date();
    return words::shortDate(toDateTime(reading.occurredAt, situation.zone).date(), today) + QLatin1Char(' ') + time;
}

QString whatText(const Reading& reading, const Situation& situation)
{
    const QHash<QString, QString> what{{QStringLiteral("note"), Text::tr("note")},
        {QStringLiteral("decision"), Text::tr("decision")}, {QStringLiteral("action"), Text::tr("action")},
        {QStringLiteral("hypothesis"), Text::tr("hypothesis")}, {QStringLiteral("question"), Text::tr("question")},
        {QStringLiteral("link"), Text::tr("link")}, {QStringLiteral("sev"), Text::tr("severity")},
        {QStringLiteral("status"), Text::tr("status")}, {QStringLiteral("role"), Text::tr("role")},
        {QStringLiteral("began"), Text::tr("impact began")}, {QStringLiteral("detected"), Text::tr("detected")},
        {QStringLiteral("ack"), Text::tr("acknowledged")}, {QStringLiteral("mitigated"), Text::tr("mitigated")},
        {QStringLiteral("resolve"), Text::tr("resolved")}, {QStringLiteral("close"), Text::tr("closed")},
        {QStringLiteral("title"), Text::tr("title")}, {QStringLiteral("impact"), Text::tr("impact")},
        {QStringLiteral("update"), Text::tr("status update")}, {QStringLiteral("followup"), Text::tr("follow-up")},
        {QStringLiteral("done"), Text::tr("action done")}, {QStringLiteral("start"), Text::tr("action started")},
        {QStringLiteral("drop"), Text::tr("action dropped")}, {QStringLiteral("section"), Text::tr("section")},
        {QStringLiteral("incident"), Text::tr("declare an incident")}};
    const QString& word = reading.verb.isEmpty() ? reading.kind : reading.verb;
    const auto found = what.constFind(word);
    if (found == what.constEnd())
        return words::visible(word);
    if (!reading.command)
        return *found;
    const auto& command = *reading.command;
    if (const auto* note = std::get_if<incident::Note>(&command); note && note->pinned)
        return Text::tr("%1, pinned").arg(*found);
    if (const auto* severity = std::get_if<incident::ChangeSeverity>(&command))
        return Text::tr("severity %1").arg(words::visible(severity->severity));
    if (const auto* status = std::get_if<incident::ChangeStatus>(&command))
        return Text::tr("status %1").arg(words::visible(status->status));
    if (const auto* declare = std::get_if<incident::Declare>(&command))
        return Text::tr("declare %1").arg(words::visible(declare->severity));
    if (const auto* resolve = std::get_if<incident::Resolve>(&command); resolve && resolve->falseAlarm)
        return Text::tr("resolved, false alarm");
    if (const auto* assign = std::get_if<incident::AssignRole>(&command); assign && situation.playbook)
        return words::visible(words::role(*situation.playbook, assign->role));
    return *found;
}

QString nameOf(const incident::PersonRef& person, const Situation& situation)
{
    if (person.id && situation.state)
        return words::visible(words::person(*situation.state, *person.id));
    const auto* known = situation.playbook ? situation.playbook->person(person.rosterKey) : nullptr;
    if (!person.rosterKey.isEmpty() && known)
        return words::visible(known->name);
    return words::visible(person.name.isEmpty() ? person.handle : person.name);
}

QString personText(const Reading& reading, const Situation& situation)
{
    const auto& person = reading.owner ? reading.owner : reading.by;
    if (!person)
        return {};
    const QString name = nameOf(*person, situation);
    const bool isNew = reading.newPerson && !person->id && person->rosterKey.isEmpty();
    return isNew ? Text::tr("new: %1").arg(name) : name;
}

bool misses(const Reading& reading, ErrorCode code) { return reading.problem && reading.problem->code == code; }

/// What is wrong in a word or two; the sentence comes with Enter, because nobody has finished typing yet.
QString shortProblem(const Reading& reading)
{
    if (misses(reading, ErrorCode::OwnerMissing))
        return Text::tr("who?");
    if (misses(reading, ErrorCode::AmbiguousPerson))
        return Text::tr("which one? %1").arg(reading.candidates.empty() ? QString() : problemText(reading));
    if (misses(reading, ErrorCode::BadForm))
        return words::visible(reading.problem->detail);
    if (misses(reading, ErrorCode::EmptyText))
        return {};
    if (misses(reading, ErrorCode::UnknownKind))
        return Text::tr("unknown %1").arg(words::visible(reading.problem->detail));
    return problemText(reading);
}

} // namespace

ReadingText readingText(const Reading& reading, const Situation& situation)
{
    if (reading.verdict == Verdict::Empty)
        return {};
    QStringList parts;
    const bool unfinished = misses(reading, ErrorCode::BadForm) || misses(reading, ErrorCode::EmptyText);
    if (reading.verdict != Verdict::Refused || unfinished) {
        parts << whenText(reading, situation) << whatText(reading, situation) << personText(reading, situation);
        if (reading.timer)
            parts << words::shortDuration(*reading.timer);
    }
    if (reading.problem)
        parts << shortProblem(reading);
    parts.removeAll(QString());
    ReadingText result{parts.join(QStringLiteral(" · ")), ReadingText::Tone::Calm};
    const bool old = !reading.timeTyped && situation.now - situation.firstKey > oldAfter;
    if (reading.problem && !unfinished)
        result.tone = ReadingText::Tone::Wrong;
    else if (old || reading.newPerson || reading.otherDay)
        result.tone = ReadingText::Tone::Waiting;
    return result;
}

QString problemText(const Reading& reading)
{
    if (!reading.problem)
        return {};
    if (!misses(reading, ErrorCode::AmbiguousPerson) || reading.candidates.empty())
        return words::refusal(*reading.problem);
    QStringList handles;
    for (const QString& handle : reading.candidates)
        handles << QLatin1Char('@') + words::visible(handle);
    return handles.join(QStringLiteral(", "));
}

} // namespace warroom::timeline
