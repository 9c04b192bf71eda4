// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/library.h"
#include "runbook/reader.h"

#include "commandline.h"
#include "output.h"
#include "verbs.h"
#include "words/runbookwarning.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

QString key(const char* name) { return QLatin1String(name); }

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonArray json(const std::vector<runbook::Command>& commands)
{
    QJsonArray all;
    for (const runbook::Command& command : commands)
        all += QJsonObject{{key("language"), command.language}, {key("text"), command.text},
            {key("line"), command.line}, {key("expected"), textOrNull(command.expected)}};
    return all;
}

QJsonArray json(const std::vector<runbook::Step>& steps)
{
    QJsonArray all;
    for (const runbook::Step& step : steps)
        all += QJsonObject{{key("number"), step.number}, {key("text"), step.text}, {key("level"), step.level},
            {key("done"), step.done ? QJsonValue(*step.done) : QJsonValue()}, {key("branch"), textOrNull(step.branch)},
            {key("time_box_s"), step.timeBox ? QJsonValue(qint64(step.timeBox->count())) : QJsonValue()},
            {key("dangerous"), step.isDangerous()},
            {key("placeholders"), QJsonArray::fromStringList(step.placeholders())},
            {key("commands"), json(step.commands)}};
    return all;
}

QJsonArray json(const std::vector<runbook::Runbook>& runbooks)
{
    QJsonArray all;
    for (const runbook::Runbook& each : runbooks)
        all += QJsonObject{{key("title"), each.title}, {key("section"), each.section},
            {key("rule"), runbook::word(each.rule)}, {key("steps"), json(each.steps)},
            {key("afterwards"), json(each.afterwards)}};
    return all;
}

QJsonArray json(const std::vector<runbook::Warning>& warnings)
{
    QJsonArray all;
    for (const runbook::Warning& warning : warnings)
        all += QJsonObject{{key("line"), warning.line}, {key("code"), runbook::word(warning.code)},
            {key("message"), words::runbookWarning(warning)}};
    return all;
}

QJsonObject json(const QString& path, const runbook::Document& document)
{
    return {{key("path"), path}, {key("title"), document.title}, {key("encoding"), document.encoding},
        {key("repaired"), document.repaired}, {key("headings"), document.counts.headings},
        {key("code_blocks"), document.counts.codeBlocks}, {key("tables"), document.counts.tables},
        {key("tasks"), document.counts.tasks}, {key("runbooks"), json(document.runbooks)},
        {key("warnings"), json(document.warnings)}};
}

void report(const QString& path, const runbook::Document& document)
{
    print(QStringLiteral("%1: %2").arg(path, document.title));
    for (const runbook::Runbook& each : document.runbooks) {
        const QString steps = each.steps.size() == 1 ? tr("1 step") : tr("%1 steps").arg(each.steps.size());
        print(QStringLiteral("  %1: ").arg(each.title)
            + (each.steps.empty() ? words::runbookRule(each.rule)
                                  : QStringLiteral("%1, %2").arg(steps, words::runbookRule(each.rule))));
    }
    for (const runbook::Warning& warning : document.warnings)
        print(QStringLiteral("%1:%2: %3").arg(path).arg(warning.line).arg(words::runbookWarning(warning)));
}

/// Damaged text is read as it was before, with a warning that says so.
Result<runbook::Document> load(const QString& path)
{
    const Result<QByteArray> bytes = runbook::fileBytes(path);
    if (!bytes)
        return bytes.error();
    return runbook::read(*bytes, path, runbook::Damage::Repair);
}

int check(const QStringList& paths, bool asJson)
{
    int exit = exitOk;
    QJsonArray all;
    for (const QString& given : paths) {
        const QStringList files = runbook::filesIn(given);
        if (files.isEmpty())
            exit = std::max(exit, complain(tr("There is no runbook in %1.").arg(given), exitRefused));
        for (const QString& path : files) {
            const Result<runbook::Document> document = load(path);
            if (!document) {
                exit = complain(document.error());
                continue;
            }
            if (asJson)
                all += json(path, *document);
            else
                report(path, *document);
            if (!document->warnings.empty())
                exit = std::max(exit, exitRefused);
        }
    }
    if (asJson)
        printJson(QJsonDocument(all));
    return exit;
}

} // namespace

int runbook(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.flag("json",
        tr("As a JSON array of files: path, title, encoding, repaired, headings, code_blocks, tables, tasks, "
           "runbooks (title, section, rule, steps, afterwards), warnings (line, code, message)."));
    if (const std::optional<int> exit = line.parse(arguments, 1, -1))
        return *exit;
    const QStringList paths = line.positional().mid(1);
    if (line.positional().constFirst() != QLatin1String("check") || paths.isEmpty())
        return complainUsage(tr("runbook wants check and a FILE or FOLDER."));
    return check(paths, line.isSet("json"));
}

} // namespace warroom::app
