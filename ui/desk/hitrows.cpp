// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/hitrows.h"

#include "incident/codec.h"
#include "session/board.h"
#include "views/entryword.h"
#include "words/sentence.h"

#include <QSet>

#include <algorithm>

namespace warroom::desk {

namespace {

/// The row of the timeline that the words are about; null where there is none.
const incident::Entry* rowOf(const incident::Event& event, const incident::IncidentState& state)
{
    if (const auto* amended = std::get_if<incident::EntryAmended>(&event.body))
        return state.entry(amended->entry);
    if (const auto* retracted = std::get_if<incident::EntryRetracted>(&event.body)) {
        const auto found = std::ranges::find(state.entries, retracted->act, &incident::Entry::act);
        return found == state.entries.end() ? nullptr : found->get();
    }
    return state.entry(event.envelope.id);
}

views::HitRow rowFor(const journal::Hit& hit, const QString& wanted, const incident::IncidentState& state)
{
    const incident::Event& event = hit.event;
    const incident::Entry* entry = rowOf(event, state);
    const bool retracts = std::holds_alternative<incident::EntryRetracted>(event.body);
    views::HitRow row;
    row.said = event.envelope.id;
    row.entry = entry ? entry->id : EntryId{};
    row.incident = event.envelope.incident;
    row.label = hit.label;
    row.title = state.title.value;
    row.time = toDateTime(entry ? entry->occurredAt() : event.envelope.occurredAt, state.zone());
    row.kind = retracts ? QStringLiteral("retracted") : views::entryWord(entry ? entry->body : event.body);
    row.kindName = entry && !retracts ? words::kind(*entry) : words::kind(event.body);
    row.text = incident::proseText(event.body);
    row.found = journal::wordsFound(row.text, wanted);
    return row;
}

} // namespace

std::vector<views::HitRow> hitRows(
    const std::vector<journal::Hit>& hits, const QString& wanted, const session::Board& board)
{
    std::vector<views::HitRow> rows;
    QSet<EntryId> told;
    for (const journal::Hit& hit : hits) {
        views::HitRow row = rowFor(hit, wanted, board.state(hit.event.envelope.incident));
        // Why something was taken back is not the same words anew.
        const bool words = !row.entry.isNull() && !std::holds_alternative<incident::EntryRetracted>(hit.event.body);
        if (words && told.contains(row.entry))
            continue;
        if (words)
            told.insert(row.entry);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace warroom::desk
