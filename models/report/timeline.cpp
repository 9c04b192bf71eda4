// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/timeline.h"

#include "incident/narrative.h"
#include "incident/prose.h"
#include "report/markdown.h"
#include "report/times.h"
#include "report/wording.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

using namespace incident;

bool isChosen(const IncidentState& state, const Entry& entry, playbook::TimelineChoice choice)
{
    const bool stands = !entry.retracted && !bookkeeping(entry.body);
    switch (choice) {
    case playbook::TimelineChoice::Key:
        return isKey(state, entry);
    case playbook::TimelineChoice::Pinned:
        return stands && entry.pinned;
    case playbook::TimelineChoice::All:
        return stands;
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
    QString by = escaped(shownName(state, entry.by));
    if (entry.by != entry.author)
        by += u", typed by %1"_s.arg(escaped(shownName(state, entry.author)));
    return entry.sensitive ? by + u", sensitive"_s : by;
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
