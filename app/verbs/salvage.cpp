// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/salvage.h"
#include "journal/emergency.h"

#include "commandline.h"
#include "output.h"
#include "verbs.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

/// What the damaged log could not take waits under its own name; here it goes on.
Result<void> takeInKept(const journal::Folder& from, const journal::Folder& to, Environment& environment)
{
    const Result<std::unique_ptr<journal::Store>> store = journal::Store::open(to, *environment.clock, environment.ids);
    return store ? journal::Emergency(from).takeIn(**store) : Result<void>(store.error());
}

} // namespace

int salvage(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    if (const std::optional<int> exit = line.parse(arguments, 2, 2))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    journal::Folder from = environment.folder;
    from.path = line.positional().at(0);
    journal::Folder to = environment.folder;
    to.path = line.positional().at(1);
    const Result<journal::Salvaged> salvaged = journal::salvage(from, to, *environment.clock, environment.ids);
    if (!salvaged)
        return complain(salvaged.error());
    if (const Result<void> taken = takeInKept(from, to, environment); !taken)
        return complain(taken.error());
    print(tr("%1 entries got back, %2 missing.").arg(salvaged->entries).arg(salvaged->missing));
    if (salvaged->missingContents > 0)
        print(tr("%1 playbooks or files that they name are missing.").arg(salvaged->missingContents));
    if (salvaged->changed > 0) {
        print(tr("%1 of them are not as they were written: warroom verify --data-dir %2 names them.")
                  .arg(salvaged->changed)
                  .arg(line.positional().at(1)));
    }
    print(tr("Go on with: warroom --data-dir %1").arg(line.positional().at(1)));
    return exitOk;
}

} // namespace warroom::app
