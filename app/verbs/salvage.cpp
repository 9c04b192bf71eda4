// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/salvage.h"

#include "commandline.h"
#include "output.h"
#include "verbs.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

} // namespace

int salvage(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    if (const std::optional<int> exit = line.parse(arguments, 2, 2))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const Result<journal::Salvaged> salvaged =
        journal::salvage({line.positional().at(0)}, {line.positional().at(1)}, *environment.clock, environment.ids);
    if (!salvaged)
        return complain(salvaged.error());
    print(tr("%1 entries got back, %2 missing.").arg(salvaged->entries).arg(salvaged->missing));
    if (salvaged->missingContents > 0)
        print(tr("%1 playbooks or files that they name are missing.").arg(salvaged->missingContents));
    print(tr("Go on with: warroom --data-dir %1").arg(line.positional().at(1)));
    return exitOk;
}

} // namespace warroom::app
