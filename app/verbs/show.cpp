// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "incident/clocks.h"
#include "incident/prose.h"
#include "output.h"
#include "showjson.h"
#include "target.h"
#include "verbs.h"
#include "words/duration.h"
#include "words/sentence.h"

#include <QCoreApplication>

#include <utility>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

void printHead(const Target& target, Instant now)
{
    const incident::IncidentState& state = target.state();
    const QTimeZone zone = target.playbook().zone;
    print(QStringLiteral("%1  %2  %3  %4")
              .arg(target.listed().label, state.severity.value, state.status.value, words::text(state.title)));
    if (!state.impact.value.isEmpty())
        print(state.impact.value);
    QString clocks = tr("Running for %1").arg(words::duration(incident::elapsed(state, now)));
    if (incident::clockEnd(state))
        clocks = tr("Took %1").arg(words::duration(incident::elapsed(state, now)));
    const QString audience = incident::nextAudience(state, now);
    if (const auto update = incident::nextUpdate(state, audience, now)) {
        const QString when = words::timeInZone(update->due, zone);
        clocks += QStringLiteral(", ")
            + (audience.isEmpty() ? tr("next update %1").arg(when) : tr("next update to %1 %2").arg(audience, when));
    }
    print(clocks);
}

void printRoles(const Target& target)
{
    for (const playbook::Role& role : target.playbook().roles) {
        for (const PersonId& holder : target.state().holders(role.id))
            print(QStringLiteral("  %1  %2").arg(role.name, words::person(target.state(), holder)));
    }
}

/// The steps with the numbers by which they are ticked.
void printRunbooks(const Target& target)
{
    for (const incident::Runbook& runbook : target.state().runbooks) {
        const std::vector<int> way = runbook.way();
        print(tr("%1: %2 of %3 steps done")
                  .arg(runbook.redacted ? tr("[redacted]") : runbook.title, QString::number(runbook.done()),
                      QString::number(way.size())));
        for (const int step : way) {
            const incident::StepMark mark = runbook.marks[std::size_t(step)].value.mark;
            const QStringList answers = runbook.answers.value(step);
            const QString text = runbook.steps.value(step, tr("[redacted]"));
            print(QStringLiteral("  %1  %2  %3")
                      .arg(QString::number(step + 1).rightJustified(2), words::stepMark(mark).leftJustified(7),
                          answers.isEmpty() ? text
                                            : QStringLiteral("%1 (%2)").arg(text, answers.join(QStringLiteral(", ")))));
        }
    }
}

void printTimeline(const Target& target)
{
    const incident::IncidentState& state = target.state();
    QString day; // with its zone: an hour may come twice
    for (const incident::EntryPtr& entry : state.entries) {
        if (entry->retracted)
            continue;
        const QTimeZone zone = target.playbook().zone;
        const QDateTime when = toDateTime(entry->occurredAt(), zone);
        const QString heading =
            QStringLiteral("%1 %2").arg(when.date().toString(Qt::ISODate), words::zoneName(entry->occurredAt(), zone));
        if (std::exchange(day, heading) != heading)
            print(heading);
        const QStringList lines = words::sentence(*entry, state, target.playbook()).text.split(QLatin1Char('\n'));
        print(QStringLiteral("  %1  %2 %3  %4")
                  .arg(when.toString(QStringLiteral("HH:mm")),
                      entry->pinned ? QStringLiteral("*") : QStringLiteral(" "), words::kind(*entry).leftJustified(11),
                      entry->sensitive ? tr("%1 (sensitive)").arg(lines.first()) : lines.first()));
        for (qsizetype i = 1; i < lines.size(); ++i)
            print(QString(24, QLatin1Char(' ')) + lines[i]);
    }
}

} // namespace

int show(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.flag("json", tr("As JSON, with every entry."));
    if (const std::optional<int> exit = line.parse(arguments, 0, 1))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const Result<Opened> opened = openTarget(environment, line.positional().value(0));
    if (!opened)
        return complain(opened.error());
    const Result<capture::Situation> situation = opened->target.situation();
    if (!situation)
        return complain(situation.error());
    if (line.isSet("json")) {
        printJson(QJsonDocument(showJson(opened->target, situation->now)));
        return exitOk;
    }
    printHead(opened->target, situation->now);
    printRoles(opened->target);
    printRunbooks(opened->target);
    printTimeline(opened->target);
    return exitOk;
}

} // namespace warroom::app
