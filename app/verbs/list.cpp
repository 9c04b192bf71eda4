// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "incident/codec.h"
#include "journal/search.h"
#include "output.h"
#include "showjson.h"
#include "target.h"
#include "verbs.h"
#include "words/duration.h"
#include "words/sentence.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

} // namespace

int list(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.flag("json", tr("As a JSON array."));
    if (const std::optional<int> exit = line.parse(arguments, 0, 0))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const Result<std::unique_ptr<journal::Store>> store = openStore(environment, journal::NoStore::Refuse);
    if (!store)
        return complain(store.error());
    const Result<std::vector<journal::Listed>> all = (*store)->incidents();
    if (!all)
        return complain(all.error());
    QJsonArray rows;
    for (const journal::Listed& listed : *all) {
        if (const auto read = (*store)->refresh(listed.id); !read)
            return complain(read.error());
        const incident::IncidentState& state = (*store)->state(listed.id);
        if (line.isSet("json")) {
            rows += summaryJson(state, listed.label);
        } else {
            const QString open = state.closed() ? tr("closed") : tr("open");
            print(QStringLiteral("%1  %2  %3  %4  %5")
                      .arg(listed.label, open.leftJustified(6), state.severity.value.leftJustified(5),
                          state.status.value.leftJustified(13), words::text(state.title)));
        }
    }
    if (line.isSet("json"))
        printJson(QJsonDocument(rows));
    return exitOk;
}

int search(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(
        QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary), CommandLine::Rest::Text);
    if (const std::optional<int> exit = line.parse(arguments, 1, -1))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const Result<std::unique_ptr<journal::Store>> store = openStore(environment, journal::NoStore::Refuse);
    if (!store)
        return complain(store.error());
    const QString wanted = line.positional().join(QLatin1Char(' '));
    const Result<std::vector<journal::Hit>> hits = journal::search((*store)->database(), wanted);
    if (!hits)
        return complain(hits.error());
    if (hits->empty())
        return complain(tr("Nothing found for “%1”.").arg(wanted), exitRefused);
    for (const journal::Hit& hit : *hits) {
        print(QStringLiteral("%1  %2  %3")
                  .arg(hit.label, toIso(hit.event.envelope.occurredAt),
                      incident::proseText(hit.event.body).simplified()));
    }
    return exitOk;
}

} // namespace warroom::app
