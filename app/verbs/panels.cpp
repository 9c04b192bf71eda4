// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/reader.h"
#include "panels/section.h"
#include "panels/unitdoubts.h"

#include "commandline.h"
#include "metrics/step.h"
#include "output.h"
#include "runbook/library.h"
#include "verbs.h"
#include "words/metricpanel.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

QString key(const char* name) { return QLatin1String(name); }

enum class As { Table, Json, Yaml };

QJsonArray json(const std::vector<panels::Limit>& limits)
{
    QJsonArray all;
    for (const panels::Limit& limit : limits)
        all += QJsonObject{{key("op"), limit.comparison.op}, {key("value"), limit.comparison.value},
            {key("level"), key(limit.beyond == metrics::Verdict::Warn ? "warn" : "bad")}};
    return all;
}

QJsonArray json(const std::vector<panels::LeftOut>& leftOut)
{
    QJsonArray all;
    for (const panels::LeftOut& each : leftOut)
        all += QJsonObject{{key("expression"), each.expression}, {key("reason"), panels::word(each.refusal.reason)},
            {key("message"), words::panelRefusal(each.refusal)}};
    return all;
}

QJsonObject json(const QString& path, const panels::Contents& contents)
{
    QJsonArray taken;
    for (const panels::Panel& panel : contents.panels)
        taken += QJsonObject{{key("title"), panel.title}, {key("type"), panel.type},
            {key("expressions"), QJsonArray::fromStringList(panel.expressions)}, {key("unit"), panel.unit},
            {key("thresholds"), json(panel.limits)}, {key("left_out"), json(panel.leftOut)}};
    QJsonArray skipped;
    for (const panels::Skipped& each : contents.skipped)
        skipped += QJsonObject{{key("title"), each.title}, {key("type"), each.type},
            {key("reason"), panels::word(each.refusal.reason)}, {key("message"), words::panelRefusal(each.refusal)}};
    return {{key("path"), path}, {key("total"), contents.total()}, {key("panels"), taken}, {key("skipped"), skipped}};
}

QString titleOf(const QString& title) { return title.isEmpty() ? tr("(no title)") : title; }

/// Each once, however many expressions it is of.
std::set<panels::UnitDoubt> doubtsOf(const panels::Panel& panel)
{
    std::set<panels::UnitDoubt> doubts;
    for (const QString& expression : panel.expressions) {
        playbook::MetricPanel each;
        each.title = panel.title;
        each.expr = expression;
        each.unit = panel.unit;
        const std::vector<panels::UnitDoubt> own = panels::unitDoubts(each);
        doubts.insert(own.begin(), own.end());
    }
    return doubts;
}

void report(const panels::Panel& panel)
{
    QStringList limits;
    for (const panels::Limit& limit : panel.limits)
        limits += QStringLiteral("%1 %2 %3")
                      .arg(limit.beyond == metrics::Verdict::Warn ? tr("warning") : tr("bad"), limit.comparison.op,
                          QString::number(limit.comparison.value, 'g', 6));
    const QString about = limits.join(QStringLiteral(", "));
    print(QStringLiteral("  %1 %2 %3")
              .arg(titleOf(panel.title).leftJustified(40), panel.unit.leftJustified(12), about)
              .trimmed()
              .prepend(QStringLiteral("  ")));
    for (const QString& expression : panel.expressions)
        print(QStringLiteral("      ") + expression);
    for (const panels::LeftOut& each : panel.leftOut)
        print(tr("      left out, because %1: %2").arg(words::panelRefusal(each.refusal), each.expression));
    for (const panels::UnitDoubt doubt : doubtsOf(panel))
        print(tr("      look at its unit: %1").arg(words::unitDoubt(doubt)));
}

void report(const QString& path, const panels::Contents& contents)
{
    print(tr("%1: %2 panels, %3 taken, %4 skipped")
              .arg(path)
              .arg(contents.total())
              .arg(contents.panels.size())
              .arg(contents.skipped.size()));
    for (const panels::Panel& panel : contents.panels)
        report(panel);
    for (const panels::Skipped& each : contents.skipped)
        print(tr("  skipped: %1, because %2").arg(titleOf(each.title), words::panelRefusal(each.refusal)));
}

int import(const QStringList& paths, As as, const panels::Times& times)
{
    int exit = exitOk;
    QJsonArray all;
    std::vector<panels::Panel> taken;
    for (const QString& path : paths) {
        const Result<QByteArray> bytes = runbook::fileBytes(path);
        if (!bytes) {
            exit = complain(bytes.error());
            continue;
        }
        const panels::Read read = panels::read(*bytes, times);
        if (const auto* const fault = std::get_if<panels::Fault>(&read)) {
            exit = complain(QStringLiteral("%1: %2").arg(path, words::panelFault(*fault)), exitFailed);
            continue;
        }
        const panels::Contents& contents = std::get<panels::Contents>(read);
        if (as == As::Json)
            all += json(path, contents);
        else if (as == As::Table)
            report(path, contents);
        taken.insert(taken.end(), contents.panels.begin(), contents.panels.end());
        if (!contents.isWhole())
            exit = std::max(exit, exitRefused);
    }
    if (as == As::Json)
        printJson(QJsonDocument(all));
    else if (as == As::Yaml)
        printBytes(panels::section(taken).toUtf8());
    return exit;
}

} // namespace

int panels(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.flag("json",
            tr("As a JSON array of files: path, total, panels (title, type, expressions, unit, thresholds, left_out), "
               "skipped (title, type, reason, message)."))
        .flag("yaml", tr("As the panels of a playbook, to be put into one."))
        .option("scrape", "LENGTH", tr("How often the server measures, for $__rate_interval; 15s without it."))
        .option("range", "LENGTH", tr("How far a panel looks back, for $__range; 1h without it."));
    if (const std::optional<int> exit = line.parse(arguments, 1, -1))
        return *exit;
    const QStringList paths = line.positional().mid(1);
    if (line.positional().constFirst() != QLatin1String("import") || paths.isEmpty())
        return complainUsage(tr("panels wants import and a FILE."));
    if (line.isSet("json") && line.isSet("yaml"))
        return complainUsage(tr("--json and --yaml do not go together."));
    panels::Times times;
    for (const auto& [name, length] : {std::pair("scrape", &times.scrape), std::pair("range", &times.range)}) {
        const std::optional<Milliseconds> given = metrics::readDuration(line.value(name));
        if (line.isSet(name) && (!given || given->count() < 1000))
            return complainUsage(tr("--%1 wants a length such as 15s or 1h.").arg(QLatin1String(name)));
        *length = given.value_or(*length);
    }
    times.step = metrics::rangeOf({}, Instant(times.range), 1000, times.scrape).step;
    return import(paths, line.isSet("json") ? As::Json : line.isSet("yaml") ? As::Yaml : As::Table, times);
}

} // namespace warroom::app
