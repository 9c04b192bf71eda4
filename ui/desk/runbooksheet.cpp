// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/runbooksheet.h"

#include "desk/incidentpage.h"
#include "desk/palettesheet.h"
#include "runbook/frozen.h"
#include "timeline/timelinecard.h"
#include "words/refusal.h"
#include "words/visible.h"

#include <QCoreApplication>

namespace warroom::desk {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::RunbookSheet)
};

void takeUp(const RunbookShelf& runbooks, const RunbookShelf::Entry& entry, IncidentPage& page)
{
    const Result<runbook::Runbook> runbook = runbooks.open(entry.id);
    if (!runbook) {
        page.card().line().tell(words::refusal(runbook.error()));
        return;
    }
    incident::AttachRunbook attach{entry.title, entry.source, {}, runbook::frozen(*runbook)};
    for (const runbook::Step& step : runbook->steps)
        attach.steps << step.text;
    page.takeUp(attach);
}

} // namespace

Sheet* makeRunbookSheet(const RunbookShelf& runbooks, IncidentPage& page, const style::Theme& theme, QWidget* over)
{
    std::vector<Found> all;
    for (const RunbookShelf::Entry& entry : runbooks.entries()) {
        all.push_back({{words::visible(entry.title), words::visible(entry.source), {}, {}, Text::tr("runbook")},
            entry.spellings, [&runbooks, &page, entry] { takeUp(runbooks, entry, page); }});
    }
    return new PaletteSheet(
        std::move(all), {Text::tr("Runbooks"), Text::tr("a runbook, or words from it")}, theme, over);
}

} // namespace warroom::desk
