// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/runbooksheet.h"

#include "desk/incidentpage.h"
#include "desk/palettesheet.h"
#include "runbook/frozen.h"
#include "runbook/related.h"
#include "timeline/timelinecard.h"
#include "words/refusal.h"
#include "words/visible.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace warroom::desk {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::RunbookSheet)
};

constexpr int daysUntilOld = 90; ///< Teams review their runbooks every quarter.

void takeUp(const RunbookShelf& runbooks, const RunbookShelf::Entry& entry, IncidentPage& page)
{
    const Result<runbook::Route> route = runbooks.open(entry.id);
    if (!route) {
        page.card().line().tell(words::refusal(route.error()));
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
    return said.join(QLatin1Char('\n'));
}

QString sourceOf(const RunbookShelf::Entry& entry, QDate today)
{
    if (!entry.reviewed.isValid())
        return words::visible(entry.source);
    const QString reviewed = entry.reviewed.daysTo(today) > daysUntilOld ? Text::tr("not reviewed since %1", "date")
                                                                         : Text::tr("reviewed %1", "date");
    return QStringLiteral("%1 · %2").arg(
        words::visible(entry.source), reviewed.arg(QLocale().toString(entry.reviewed, QLocale::ShortFormat)));
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
    for (const RunbookShelf::Entry& entry : runbooks.entries()) {
        titles << entry.title;
        all.push_back({{words::visible(entry.title), sourceOf(entry, today), {}, {},
                           entry.isTree ? Text::tr("decision tree") : Text::tr("runbook")},
            entry.spellings, [&runbooks, &page, entry] { takeUp(runbooks, entry, page); }});
    }
    // What fits the incident comes first and says why.
    std::vector<Found> ordered;
    std::vector<bool> taken(all.size());
    for (const runbook::Related& related : runbook::relatedTo(saidOf(page.session().state()), titles)) {
        Found& found = all[related.index];
        found.choice.aside = Text::tr("fits: %1").arg(words::visible(related.words.join(QStringLiteral(", "))));
        ordered.push_back(found);
        taken[related.index] = true;
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
