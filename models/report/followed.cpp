// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/followed.h"

#include "report/markdown.h"
#include "report/times.h"
#include "report/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

using namespace incident;

QString stateOf(StepMark mark)
{
    switch (mark) {
    case StepMark::Open:
        return u"not done"_s;
    case StepMark::Started:
        return u"begun"_s;
    case StepMark::Done:
        return u"done"_s;
    case StepMark::Skipped:
        return u"skipped"_s;
    }
    Q_UNREACHABLE();
}

QString stepRow(const IncidentState& state, const Runbook& runbook, std::size_t step)
{
    const Field<StepState>& mark = runbook.marks[step];
    const QString text = runbook.steps.value(qsizetype(step));
    QStringList cells{QString::number(step + 1), cell(runbook.redacted ? redactedMark : text), stateOf(mark.value.mark),
        {}, {}, cell(mark.value.text)};
    if (const Entry* said = mark.set() ? state.entry(mark.rank.entry) : nullptr) {
        cells[3] = clockTime(said->occurredAt(), state.zone());
        cells[4] = escaped(shownName(state, said->by));
        if (said->redacted)
            cells[5] = escaped(redactedMark);
    }
    return tableRow(cells);
}

/// Notes and outputs, each below the table with its step.
QString seen(const IncidentState& state, const Runbook& runbook)
{
    QString all;
    for (const EntryPtr& entry : state.entries) {
        const auto* noted = std::get_if<StepNoted>(&entry->body);
        if (!noted || noted->runbook != runbook.entry || entry->retracted)
            continue;
        const QString text = entry->redacted ? QString(redactedMark) : noted->text;
        const QString head = u"**Step %1, %2, %3**"_s.arg(QString::number(noted->step + 1),
            clockTime(entry->occurredAt(), state.zone()), escaped(shownName(state, entry->by)));
        all += u"\n\n%1\n\n%2"_s.arg(head, noted->output ? fence(text.split(u'\n')) : blocks(text));
    }
    return all;
}

/// Those on the way, and what was said of others before another answer was given.
std::vector<int> stepsOf(const Runbook& runbook)
{
    std::vector<int> steps = runbook.way();
    for (int step = 0; step < int(runbook.marks.size()); ++step) {
        if (runbook.marks[std::size_t(step)].set() && std::ranges::find(steps, step) == steps.end())
            steps.push_back(step);
    }
    return steps;
}

QString one(const IncidentState& state, const Runbook& runbook)
{
    QString head = u"**%1**"_s.arg(escaped(runbook.redacted ? QString(redactedMark) : runbook.title));
    if (!runbook.source.isEmpty())
        head += u" (%1)"_s.arg(escaped(runbook.source));
    const std::vector<int> steps = stepsOf(runbook);
    head += u": %1 of %2 steps done"_s.arg(QString::number(runbook.done()), QString::number(steps.size()));
    QString table = u"| # | Step | State | Time | By | Said |\n|---|------|-------|------|----|------|"_s;
    for (const int step : steps)
        table += u'\n' + stepRow(state, runbook, std::size_t(step));
    return head + u"\n\n"_s + table + seen(state, runbook);
}

} // namespace

QString followedRunbooks(const IncidentState& state)
{
    QStringList all;
    for (const Runbook& runbook : state.runbooks)
        all += one(state, runbook);
    return all.join(u"\n\n"_s);
}

} // namespace warroom::report
