// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "incident/people.h"
#include "output.h"
#include "target.h"
#include "verbs.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

Result<std::optional<Instant>> moment(const QString& typed, const capture::Situation& situation)
{
    if (typed.isEmpty())
        return std::optional<Instant>();
    const Result<capture::When> when = capture::readWhen(typed, situation);
    return when ? Result<std::optional<Instant>>(when->instant) : Result<std::optional<Instant>>(when.error());
}

/// The severity as the playbook writes it.
Result<QString> severityNamed(const QString& typed, const playbook::Playbook& playbook)
{
    const playbook::Severity* severity = playbook.severity(typed);
    return severity ? Result<QString>(severity->label) : Result<QString>(Error{ErrorCode::UnknownSeverity, typed});
}

Result<QString> declareWith(const CommandLine& line, Environment& environment)
{
    const journal::NoStore none = line.isSet("new-log") ? journal::NoStore::MakeAnew : journal::NoStore::Make;
    const Result<std::unique_ptr<journal::Store>> store = openStore(environment, none, Purpose::Writing);
    if (!store)
        return store.error();
    Result<Target> target = Target::fresh(environment, **store);
    if (!target)
        return target.error();
    const Result<capture::Situation> situation = target->situation();
    if (!situation)
        return situation.error();
    const Result<std::optional<Instant>> since = moment(line.value("since"), *situation);
    if (!since)
        return since.error();
    const Result<std::optional<Instant>> detected = moment(line.value("detected"), *situation);
    if (!detected)
        return detected.error();
    const Result<QString> severity = severityNamed(line.value("severity"), target->playbook());
    if (!severity)
        return severity.error();
    const QString title = line.isSet("title") ? line.value("title") : line.value("description");
    const incident::Declare command{*severity, title, line.value("impact"), *since, *detected,
        incident::adopt(target->playbook(), target->loaded().bytes), target->loaded().bytes};
    const Result<journal::Receipt> receipt =
        target->perform(QStringLiteral("/incident declare %1 %2").arg(*severity, title), command, situation->now);
    if (!receipt)
        return receipt.error();
    return target->listed().label;
}

} // namespace

int declare(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.option("severity", "LABEL", tr("How bad it is: a label of the playbook, such as P0."))
        .option("title", "TEXT", tr("What is failing."))
        .option("description", "TEXT", tr("The same as --title."))
        .option("impact", "TEXT", tr("Who is hit, and how."))
        .option("since", "WHEN", tr("When the impact began: -5m, 14:15, 2026-01-31T14:15Z."))
        .option("detected", "WHEN", tr("When it was noticed, by an alert or a person."))
        .flag("new-log", tr("Starts a new log where the old one was removed."));
    if (const std::optional<int> exit = line.parse(arguments, 0, 0))
        return *exit;
    if (!line.isSet("severity") || line.isSet("title") == line.isSet("description"))
        return complainUsage(tr("declare wants --severity and --title."));
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const Result<QString> label = declareWith(line, environment);
    if (!label)
        return complain(label.error());
    print(*label);
    return exitOk;
}

} // namespace warroom::app
