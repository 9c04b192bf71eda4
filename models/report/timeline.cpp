// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/timeline.h"

#include "incident/prose.h"
#include "report/markdown.h"
#include "report/responders.h"
#include "report/times.h"
#include "report/wording.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

using namespace incident;

bool isAction(const IncidentState& state, EntryId entry)
{
    return std::ranges::any_of(state.actions, [&](const Action& action) { return action.entry == entry; });
}

/// Whether the story can be told without it.
bool isKey(const IncidentState& state, const Body& body)
{
    return std::visit(Overloaded{
                          [](const IncidentDeclared&) { return true; },
                          [](const IncidentRetitled&) { return false; },
                          [](const PlaybookAdopted&) { return false; },
                          [](const PersonIntroduced&) { return false; },
                          [](const SeverityChanged&) { return true; },
                          [](const StatusChanged&) { return true; },
                          [](const MilestoneSet&) { return true; },
                          [](const ImpactDescribed&) { return false; },
                          [&](const RoleAssigned& b) { return leads(state, b.role); },
                          [&](const RoleReleased& b) { return leads(state, b.role); },
                          [](const UpdateSent&) { return true; },
                          [](const CadenceSet&) { return false; },
                          [](const Noted& b) { return b.kind == NoteKind::Decision; },
                          [](const ActionAssigned&) { return false; },
                          // A follow-up that is done belongs to the table of follow-ups.
                          [&](const ActionMarked& b) { return b.mark == Mark::Done && isAction(state, b.action); },
                          [](const FollowUpProposed&) { return false; },
                          [](const SectionWritten&) { return false; },
                          [](const EntryFlagged&) { return false; },
                          [](const EntryAmended&) { return false; },
                          [](const EntryRetracted&) { return false; },
                          [](const EntryRedacted&) { return false; },
                          [](const Unknown&) { return false; },
                      },
        body);
}

bool isChosen(const IncidentState& state, const Entry& entry, playbook::TimelineChoice choice)
{
    if (entry.retracted || bookkeeping(entry.body))
        return false;
    switch (choice) {
    case playbook::TimelineChoice::Key:
        return entry.pinned || isKey(state, entry.body);
    case playbook::TimelineChoice::Pinned:
        return entry.pinned;
    case playbook::TimelineChoice::All:
        return true;
    }
    Q_UNREACHABLE();
}

QString said(const Entry& entry, const EntryWording& wording)
{
    const QString text = wording(entry);
    if (!entry.redacted || text.contains(redactedMark))
        return text;
    return text.isEmpty() ? redactedMark : text + u' ' + redactedMark;
}

QString saidBy(const IncidentState& state, const Entry& entry)
{
    const QString by = escaped(shownName(state, entry.by));
    return entry.by == entry.author ? by : u"%1, typed by %2"_s.arg(by, escaped(shownName(state, entry.author)));
}

bool fitsRow(const QString& text)
{
    static const QRegularExpression fenceLine(u"^[ \t]*(```|~~~)"_s, QRegularExpression::MultilineOption);
    return text.count(u'\n') < 3 && !text.contains(fenceLine);
}

} // namespace

std::vector<const Entry*> chosen(const IncidentState& state, playbook::TimelineChoice choice)
{
    std::vector<const Entry*> entries;
    for (const EntryPtr& entry : state.entries) {
        if (isChosen(state, *entry, choice))
            entries.push_back(entry.get());
    }
    return entries;
}

QString timelineTable(const IncidentState& state, playbook::TimelineChoice choice, const EntryWording& wording)
{
    const std::vector<const Entry*> entries = chosen(state, choice);
    if (entries.empty())
        return u"_No entries._"_s;

    const QTimeZone zone = state.zone();
    const auto dayOf = [&](const Entry* entry) { return day(entry->occurredAt(), zone); };
    // Ordered by time, so first and last tell whether there is another day in between.
    const bool oneDay = dayOf(entries.front()) == dayOf(entries.back());
    const bool withAuthors = choice == playbook::TimelineChoice::All;

    QStringList rows{
        withAuthors ? u"| Time | Event | By |\n|------|-------|----|"_s : u"| Time | Event |\n|------|-------|"_s};
    QString below;
    QString lastDay = oneDay ? dayOf(entries.front()) : QString();
    int notes = 0;
    for (const Entry* entry : entries) {
        const QString today = dayOf(entry);
        const QString time = clockTime(entry->occurredAt(), zone);
        const QString text = said(*entry, wording);
        QStringList cells{today == lastDay ? time : today + u' ' + time, cell(text)};
        if (!fitsRow(text)) {
            const QString mark = escaped(u"[%1]"_s.arg(++notes));
            cells.last() = escaped(text.section(u'\n', 0, 0)) + u' ' + mark;
            below += u"\n\n**%1**\n\n%2"_s.arg(mark, fence(text.split(u'\n')));
        }
        if (withAuthors)
            cells += saidBy(state, *entry);
        rows += tableRow(cells);
        lastDay = today;
    }
    return rows.join(u'\n') + below;
}

} // namespace warroom::report
