// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "output.h"
#include "receipt.h"
#include "report/statusupdate.h"
#include "target.h"
#include "verbs.h"

#include "incident/clocks.h"
#include "incident/decide.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

Result<QByteArray> readText(const QString& path)
{
    QFile file(path);
    const bool open = path == QLatin1String("-") ? file.open(stdin, QFile::ReadOnly) : file.open(QFile::ReadOnly);
    if (!open)
        return Error{ErrorCode::FileUnreadable, path};
    // Whole, or too long for an entry whatever it is.
    const QByteArray bytes = file.read(4 * incident::maxProse + 1);
    if (file.error() != QFile::NoError)
        return Error{ErrorCode::FileUnreadable, path};
    return bytes.size() > 4 * incident::maxProse ? Result<QByteArray>(Error{ErrorCode::TextTooLong, {}}) : bytes;
}

int finish(const Target& target, const Result<journal::Receipt>& receipt)
{
    if (!receipt)
        return complain(receipt.error());
    printReceipt(target, *receipt);
    return exitOk;
}

/// What everybody is told when nobody wrote it: what is known, and when they hear again.
Result<QString> regularText(const Target& target, const std::optional<QString>& status, Instant now)
{
    const playbook::Audience& everybody = target.playbook().audiences.front();
    report::UpdateForm form = report::regularForm(target.state(), everybody.id, now);
    form.status = status.value_or(form.status);
    return report::updateText(form, target.state(), target.playbook(), everybody, now);
}

} // namespace

int update(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.option("status", "WORD", tr("The status from now on."))
        .option("text", "FILE", tr("What was sent, from a file or standard input (-); else what is known."));
    if (const std::optional<int> exit = line.parse(arguments, 0, 1))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    Result<Opened> opened = openTarget(environment, line.positional().value(0), Purpose::Writing);
    if (!opened)
        return complain(opened.error());
    Target& target = opened->target;
    const Result<capture::Situation> situation = target.situation();
    if (!situation)
        return complain(situation.error());
    std::optional<QString> status;
    if (line.isSet("status")) {
        const playbook::Status* known = target.playbook().status(line.value("status"));
        if (!known)
            return complain({ErrorCode::UnknownStatus, line.value("status")});
        status = known->word;
    }
    QString text;
    if (line.isSet("text")) {
        const Result<QByteArray> bytes = readText(line.value("text"));
        if (!bytes)
            return complain(bytes.error());
        if (const int bad = lineNotUtf8(*bytes))
            return complain(tr("line %1: This is not in UTF-8.").arg(bad), exitRefused);
        text = QString::fromUtf8(*bytes);
    } else {
        const Result<QString> regular = regularText(target, status, situation->now);
        if (!regular)
            return complain(regular.error());
        text = *regular;
    }
    return finish(target,
        target.perform(QStringLiteral("/update ") + text, incident::SendUpdate{{}, status, {}, text}, situation->now));
}

int resolve(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.option("at", "WHEN", tr("When it was resolved, if not now."));
    line.flag("false-alarm", tr("There was nothing."));
    if (const std::optional<int> exit = line.parse(arguments, 0, -1))
        return *exit;
    QStringList words = line.positional();
    Environment environment(line.globals(), StartedClock::Pace::Still);
    Result<Opened> opened = openTarget(environment, takeIncident(words), Purpose::Writing);
    if (!opened)
        return complain(opened.error());
    const Result<capture::Situation> situation = opened->target.situation();
    if (!situation)
        return complain(situation.error());
    Instant at = situation->now;
    if (line.isSet("at")) {
        const Result<capture::When> when = capture::readWhen(line.value("at"), *situation);
        if (!when)
            return complain(when.error());
        at = when->instant;
    }
    const incident::Resolve command{line.isSet("false-alarm"), words.join(QLatin1Char(' '))};
    const QString said = command.falseAlarm ? QStringLiteral("/resolve false alarm ") : QStringLiteral("/resolve ");
    return finish(opened->target, opened->target.perform((said + command.text).trimmed(), command, at));
}

int role(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    if (const std::optional<int> exit = line.parse(arguments, 2, 3))
        return *exit;
    QStringList words = line.positional();
    const QString id = takeIncident(words);
    if (words.size() != 2)
        return complainUsage(tr("role wants a role and a person; put a role of several words in quotes."));
    Environment environment(line.globals(), StartedClock::Pace::Still);
    Result<Opened> opened = openTarget(environment, id, Purpose::Writing);
    if (!opened)
        return complain(opened.error());
    const Result<capture::Situation> situation = opened->target.situation();
    if (!situation)
        return complain(situation.error());
    // Read as the line reads it, so that both understand the same names.
    QString person = words.last();
    if (person != QLatin1String("-") && !person.startsWith(QLatin1Char('@')))
        person = person.contains(QLatin1Char(' ')) ? QStringLiteral("@\"%1\"").arg(person) : QLatin1Char('@') + person;
    const QString said = QStringLiteral("/role %1 %2").arg(words.first(), person);
    const capture::Reading reading = capture::read(said, *situation);
    if (reading.problem)
        return complain(*reading.problem);
    return finish(opened->target, opened->target.perform(said, *reading.command, situation->now));
}

} // namespace warroom::app
