// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/copies.h"

#include "commandline.h"
#include "output.h"
#include "verbs.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

/// The copy whose moment was named, as the list shows it, or the latest.
std::optional<journal::Copy> named(const std::vector<journal::Copy>& copies, const QString& word)
{
    for (const journal::Copy& copy : copies) {
        if (word == QLatin1String("latest") || word == toIso(copy.taken) || word == copy.path)
            return copy;
    }
    return std::nullopt;
}

int listCopies(const std::vector<journal::Copy>& copies)
{
    for (const journal::Copy& copy : copies)
        print(QStringLiteral("%1  %2").arg(toIso(copy.taken), copy.path));
    return copies.empty()
        ? complain(tr("There is no copy of this log yet. An open desk takes one every hour."), exitFailed)
        : exitOk;
}

} // namespace

int restore(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    if (const std::optional<int> exit = line.parse(arguments, 0, 1))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const std::vector<journal::Copy> copies = environment.copies().list();
    if (line.positional().isEmpty())
        return listCopies(copies);
    const std::optional<journal::Copy> copy = named(copies, line.positional().constFirst());
    if (!copy)
        return complain(
            tr("There is no copy “%1”; warroom restore lists them.").arg(line.positional().constFirst()), exitRefused);
    const Result<QString> aside = journal::restore(*copy, environment.folder, environment.clock->now());
    if (!aside)
        return complain(aside.error());
    print(tr("The log is as it was at %1.").arg(toIso(copy->taken)));
    print(tr("What it was before lies in %1; warroom salvage may get back what was logged since.").arg(*aside));
    return exitOk;
}

} // namespace warroom::app
