// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/runbooksheet.h"

#include "desk/incidentpage.h"
#include "desk/palettesheet.h"
#include "desk/runbooktextsheet.h"
#include "runbook/frozen.h"
#include "runbook/index.h"
#include "runbook/related.h"
#include "timeline/timelinecard.h"
#include "words/duration.h"
#include "words/refusal.h"
#include "words/visible.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace warroom::desk {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::RunbookSheet)
};

void takeUp(const RunbookShelf& runbooks, const RunbookShelf::Entry& entry, IncidentPage& page)
{
    const Result<runbook::Route> route = runbooks.open(entry.id);
    if (!route) {
        page.card().line().tell(words::refusal(route.error()));
        return;
    }
    if (route->runbook.steps.size() > incident::maxSteps) {
        page.card().line().tell(
            Text::tr("It has %1 steps; only one with at most %2 can be followed.")
                .arg(QString::number(route->runbook.steps.size()), QString::number(incident::maxSteps)));
        return;
    }
    incident::AttachRunbook attach{entry.title, entry.source, {}, {}, runbook::frozen(route->runbook)};
    for (const runbook::Step& step : route->runbook.steps)
        attach.steps << step.text;
    for (auto fork = route->forks.begin(); fork != route->forks.end(); ++fork) {
        attach.leads.insert(fork.key(), fork->leads);
        attach.steps[fork.key()] = (QStringList(attach.steps[fork.key()]) + fork->answers).join(QLatin1Char('\t'));
    }
    page.takeUp(attach);
}

/// What is known of the incident in words.
QString saidOf(const incident::IncidentState& state)
{
    QStringList said{state.title.value, state.impact.value};
    for (const incident::EntryPtr& entry : state.entries) {
        const auto* noted = std::get_if<incident::Noted>(&entry->body);
        if (noted && noted->kind == incident::NoteKind::Hypothesis && !entry->retracted)
            said << noted->text;
    }
    for (const incident::Alert& alert : state.firing())
        said << alert.summary;
    return said.join(QLatin1Char('\n'));
}

void readText(const RunbookShelf& runbooks, const QString& id, IncidentPage& page, const style::Theme& theme)
{
    if (const Result<runbook::Document> document = runbooks.read(id))
        Q_EMIT page.sheetAsked(new RunbookTextSheet(*document, page, theme, page.window()));
    else
        page.card().line().tell(words::refusal(document.error()));
}

QString kindOf(const RunbookShelf::Entry& entry)
{
    switch (entry.kind) {
    case RunbookShelf::Kind::Runbook:
        return Text::tr("runbook");
    case RunbookShelf::Kind::Tree:
        return Text::tr("decision tree");
    case RunbookShelf::Kind::Document:
        return Text::tr("to read");
    }
    return {};
}

QString sourceOf(const RunbookShelf::Entry& entry, QDate today)
{
    const QString source = words::visible(entry.source);
    return entry.asOf.isValid() ? QStringLiteral("%1 · %2").arg(source, words::asOf(entry.asOf, today)) : source;
}

std::vector<Found> checklistsOf(IncidentPage& page)
{
    std::vector<Found> all;
    const playbook::Playbook& playbook = page.session().playbook();
    for (const playbook::Checklist& checklist : playbook.checklists) {
        const incident::AttachRunbook attach{checklist.title, playbook.name, checklist.steps, {}, {}};
        all.push_back({{words::visible(checklist.title), words::visible(playbook.name), {}, {}, Text::tr("checklist")},
            {}, [&page, attach] { page.takeUp(attach); }});
    }
    return all;
}

} // namespace

Sheet* makeRunbookSheet(const RunbookShelf& runbooks, IncidentPage& page, const style::Theme& theme, QWidget* over)
{
    const QDate today = toDateTime(page.session().now(), page.zone()).date();
    std::vector<Found> all;
    QStringList titles;
    QHash<QString, std::size_t> places;
    std::vector<RunbookShelf::Entry> entries = runbooks.entries();
    const auto isFollowed = [](const RunbookShelf::Entry& entry) { return entry.kind != RunbookShelf::Kind::Document; };
    std::stable_partition(entries.begin(), entries.end(), isFollowed);
    for (const RunbookShelf::Entry& entry : entries) {
        places.insert(entry.id, all.size());
        const bool isRead = entry.kind == RunbookShelf::Kind::Document;
        if (!isRead)
            titles << entry.title;
        all.push_back({{words::visible(entry.title), sourceOf(entry, today), {}, {}, kindOf(entry)}, entry.spellings,
            [&runbooks, &page, theme, entry, isRead] {
                isRead ? readText(runbooks, entry.id, page, theme) : takeUp(runbooks, entry, page);
            },
            [words = entry.words](const QString& typed) { return runbook::holds(words, typed); }});
    }
    // What an alert means comes first, then what fits the incident's words; both say why.
    std::vector<Found> ordered;
    std::vector<bool> taken(all.size());
    const auto suggest = [&](std::size_t place, const QString& why) {
        if (taken[place])
            return;
        taken[place] = true;
        all[place].choice.aside = why;
        ordered.push_back(all[place]);
    };
    for (const incident::Alert& alert : page.session().state().firing()) {
        if (const auto place = places.constFind(runbooks.forAlert(alert.runbookUrl, alert.name));
            place != places.cend())
            suggest(*place, Text::tr("%1 fires", "alert").arg(words::visible(alert.name)));
    }
    for (const runbook::Related& related : runbook::relatedTo(saidOf(page.session().state()), titles)) {
        const QString fitting = words::visible(related.words.join(QStringLiteral(", ")));
        suggest(related.index, Text::tr("fits: %1").arg(fitting));
    }
    std::ranges::move(checklistsOf(page), std::back_inserter(ordered));
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!taken[i])
            ordered.push_back(std::move(all[i]));
    }
    return new PaletteSheet(
        std::move(ordered), {Text::tr("Runbooks"), Text::tr("a runbook, a checklist, or words from it")}, theme, over);
}

} // namespace warroom::desk
