// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/marks.h"

#include "words/sentence.h"

namespace warroom::evidence {

namespace {

std::optional<charts::Tone> toneOf(const incident::Entry& entry)
{
    using namespace incident;
    if (entry.retracted)
        return std::nullopt;
    if (std::holds_alternative<IncidentDeclared>(entry.body) || std::holds_alternative<SeverityChanged>(entry.body))
        return charts::Tone::Bad;
    if (std::holds_alternative<StatusChanged>(entry.body))
        return charts::Tone::Act;
    const auto* noted = std::get_if<Noted>(&entry.body);
    if (noted && noted->kind == NoteKind::Decision)
        return charts::Tone::Good;
    return entry.pinned ? std::optional(charts::Tone::Plain) : std::nullopt;
}

} // namespace

std::vector<charts::Mark> marksOf(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    std::vector<charts::Mark> marks;
    for (const incident::EntryPtr& entry : state.entries) {
        if (const auto tone = toneOf(*entry)) {
            const QString words = words::sentence(*entry, state, playbook).text;
            marks.push_back({entry->id, entry->occurredAt(), words, *tone});
        }
    }
    return marks;
}

} // namespace warroom::evidence
