// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/stepsmodel.h"

#include <utility>

namespace warroom::views {

using namespace incident;

bool isOver(StepMark mark) { return mark == StepMark::Done || mark == StepMark::Skipped; }

namespace {

std::vector<StepRow> rowsOf(const IncidentState& state, const Runbook& runbook, const std::vector<StepPlace>& places)
{
    std::vector<StepRow> rows(runbook.marks.size());
    QString heading;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        StepRow& row = rows[i];
        const StepPlace place = i < places.size() ? places[i] : StepPlace{};
        const Field<StepState>& mark = runbook.marks[i];
        row.step = int(i);
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
    }
    return rows;
}

void addNotes(std::vector<StepRow>& rows, const IncidentState& state, EntryId runbook)
{
    for (const EntryPtr& entry : state.entries) {
        const auto* noted = std::get_if<StepNoted>(&entry->body);
        if (!noted || noted->runbook != runbook || entry->retracted || std::size_t(noted->step) >= rows.size())
            continue;
        StepRow& row = rows[std::size_t(noted->step)];
        (noted->output ? row.outputs : row.seen) << noted->text;
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
        {NextRole, "next"}};
}

} // namespace warroom::views
