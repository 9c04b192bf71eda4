// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "output.h"
#include "panels/unitdoubts.h"
#include "playbookfiles.h"
#include "report/postmortem.h"
#include "verbs.h"
#include "words/metricpanel.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

int listAll()
{
    for (const QString& name : playbookNames()) {
        const Result<session::LoadedPlaybook> loaded = loadPlaybook(name);
        if (loaded)
            print(QStringLiteral("%1  %2").arg(name.leftJustified(28), loaded->playbook.title));
        else
            complain(loaded.error());
    }
    return exitOk;
}

int showOne(const QString& name)
{
    const Result<session::LoadedPlaybook> loaded = loadPlaybook(name);
    if (!loaded)
        return complain(loaded.error());
    printBytes(loaded->bytes);
    return exitOk;
}

/// A playbook is sound when it loads and a post-mortem can be made with its template. A unit that may be wrong is said
/// and changes nothing.
int check(const QString& path)
{
    const Result<session::LoadedPlaybook> loaded =
        loadPlaybook(path.contains(QLatin1Char('/')) ? path : QStringLiteral("./") + path);
    if (!loaded)
        return complain(loaded.error());
    const Result<QString> sample = report::postMortem(
        {}, loaded->playbook, playbook::TimelineChoice::Key, [](const incident::Entry&) { return QString(); });
    if (!sample)
        return complain(sample.error(), path);
    print(tr("%1: %2 severities, %3 statuses, %4 roles, %5 people")
              .arg(loaded->playbook.name)
              .arg(loaded->playbook.severities.size())
              .arg(loaded->playbook.statuses.size())
              .arg(loaded->playbook.roles.size())
              .arg(loaded->playbook.roster.size()));
    for (const playbook::MetricPanel& panel : loaded->playbook.panels) {
        for (const panels::UnitDoubt doubt : panels::unitDoubts(panel))
            print(tr("  look at the unit of “%1”: %2").arg(panel.title, words::unitDoubt(doubt)));
    }
    return exitOk;
}

} // namespace

int playbook(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    if (const std::optional<int> exit = line.parse(arguments, 1, 2))
        return *exit;
    const QString what = line.positional().constFirst();
    const QString argument = line.positional().value(1);
    if (what == QLatin1String("list") && argument.isEmpty())
        return listAll();
    if (what == QLatin1String("show") && !argument.isEmpty())
        return showOne(argument);
    if (what == QLatin1String("check") && !argument.isEmpty())
        return check(argument);
    return complainUsage(tr("playbook wants list, show NAME or check FILE."));
}

} // namespace warroom::app
