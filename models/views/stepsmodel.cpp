// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/stepsmodel.h"

#include <utility>

namespace warroom::views {

using namespace incident;

bool isOver(StepMark mark) { return mark == StepMark::Done || mark == StepMark::Skipped; }

namespace {

/// Numbers where their words are redacted.
QStringList answersOf(const Runbook& runbook, int step)
{
    QStringList answers = runbook.answers.value(step);
    for (qsizetype i = answers.size(); i < runbook.leads.value(step).size(); ++i)
        answers << QString::number(i + 1);
    return answers;
}

std::vector<StepRow> rowsOf(const IncidentState& state, const Runbook& runbook, const std::vector<StepPlace>& places)
{
    std::vector<StepRow> rows;
    QString heading;
    for (const int step : runbook.way()) {
        StepRow& row = rows.emplace_back();
        const StepPlace place = std::size_t(step) < places.size() ? places[std::size_t(step)] : StepPlace{};
        const Field<StepState>& mark = runbook.marks[std::size_t(step)];
        row.step = step;
        row.text = runbook.steps.value(row.step);
        row.level = place.level;
        if (std::exchange(heading, place.heading) != place.heading)
            row.heading = place.heading;
        row.state = mark.value;
        if (const Entry* said = mark.set() ? state.entry(mark.rank.entry) : nullptr) {
            row.at = toDateTime(said->occurredAt(), state.zone());
            const Person* person = state.person(said->by);
            row.by = person ? person->shown() : QString();
        }
        if (runbook.asks(step))
            row.answers = answersOf(runbook, step);
    }
    return rows;
}

void addNotes(std::vector<StepRow>& rows, const IncidentState& state, EntryId runbook)
{
    for (const EntryPtr& entry : state.entries) {
        const auto* noted = std::get_if<StepNoted>(&entry->body);
        if (!noted || noted->runbook != runbook || entry->retracted)
            continue;
        if (const auto row = std::ranges::find(rows, noted->step, &StepRow::step); row != rows.end())
            (noted->output ? row->outputs : row->seen) << noted->text;
    }
}

} // namespace

void StepsModel::show(const IncidentState& state, const Runbook& runbook, const std::vector<StepPlace>& places)
{
    std::vector<StepRow> rows = rowsOf(state, runbook, places);
    addNotes(rows, state, runbook.entry);
    const auto next = std::ranges::find_if(rows, [](const StepRow& row) { return !isOver(row.state.mark); });
    if (next != rows.end())
        next->next = true;
    setRows(std::move(rows));
}

int StepsModel::rowOf(int step) const
{
    const auto row = std::ranges::find(rows(), step, &StepRow::step);
    return row == rows().end() ? -1 : int(row - rows().begin());
}

QVariant StepsModel::data(const QModelIndex& index, int role) const
{
    const StepRow* row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case StepRole:
        return row->step;
    case TextRole:
        return row->text;
    case LevelRole:
        return row->level;
    case HeadingRole:
        return row->heading;
    case MarkRole:
        return int(row->state.mark);
    case ReasonRole:
        return row->state.text;
    case AtRole:
        return row->at;
    case ByRole:
        return row->by;
    case SeenRole:
        return row->seen;
    case OutputsRole:
        return row->outputs;
    case AnswersRole:
        return row->answers;
    case NextRole:
        return row->next;
    default:
        return {};
    }
}

QHash<int, QByteArray> StepsModel::roleNames() const
{
    return {{StepRole, "step"}, {TextRole, "text"}, {LevelRole, "level"}, {HeadingRole, "heading"}, {MarkRole, "mark"},
        {ReasonRole, "reason"}, {AtRole, "at"}, {ByRole, "by"}, {SeenRole, "seen"}, {OutputsRole, "outputs"},
        {AnswersRole, "answers"}, {NextRole, "next"}};
}

} // namespace warroom::views
