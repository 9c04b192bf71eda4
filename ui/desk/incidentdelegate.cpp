// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/incidentdelegate.h"

#include "desk/keytable.h"
#include "timeline/kindlook.h"
#include "views/hitsmodel.h"
#include "views/incidentsmodel.h"
#include "words/duration.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QLocale>

#include <algorithm>

namespace warroom::desk {

using incident::Urgency;
using views::IncidentsModel;

namespace {

constexpr QStringView separator = u" · ";
constexpr int beforeFound = 40; ///< Of a long text, so that the words found in it are in sight.

QString titleOf(const QModelIndex& index)
{
    const QString title = index.data(IncidentsModel::TitleRole).toString();
    return title.isEmpty() ? IncidentDelegate::tr("[redacted]") : words::visible(words::firstLine(title));
}

QString leadOf(const QModelIndex& index)
{
    if (!index.data(IncidentsModel::LedRole).toBool())
        return IncidentDelegate::tr("nobody leads");
    const QString name = words::visible(index.data(IncidentsModel::LeadRole).toString());
    return IncidentDelegate::tr("%1 leads").arg(name.isEmpty() ? IncidentDelegate::tr("[redacted]") : name);
}

QString timeOf(const QDateTime& moment) { return words::timeOfDay(toInstant(moment), moment.timeZone()); }

QString sinceOf(const QModelIndex& index)
{
    const QDateTime started = index.data(IncidentsModel::StartedRole).toDateTime();
    const QString time = timeOf(started);
    const bool today = index.data(IncidentsModel::StartedTodayRole).toBool();
    return IncidentDelegate::tr("since %1")
        .arg(today ? time : words::shortDate(started.date(), started.date()) + QLatin1Char(' ') + time);
}

/// As the badge has room for: of "SEV-1" what tells it from the others.
QString shortened(const QString& severity)
{
    constexpr int room = 4;
    QString letters = severity;
    letters.removeIf([](QChar each) { return !each.isLetterOrNumber(); });
    if (severity.size() <= room || letters.isEmpty())
        return severity.left(room);
    qsizetype digits = 0;
    while (digits < std::min<qsizetype>(room, letters.size()) && letters.at(letters.size() - 1 - digits).isDigit())
        ++digits;
    return letters.left(std::min<qsizetype>(room, letters.size()) - digits) + letters.right(digits);
}

/// Those that one gets up for stand out.
QColor rankColour(int rank, const style::Theme& theme)
{
    return rank == 0 ? theme.bad : rank == 1 ? theme.warn : theme.muted;
}

} // namespace

PanelDelegate::Look IncidentDelegate::look(const QModelIndex& index) const
{
    return index.data(IncidentsModel::ClosedRole).toBool() ? past(index) : open(index);
}

PanelDelegate::Look IncidentDelegate::open(const QModelIndex& index) const
{
    const QString severity = words::visible(index.data(IncidentsModel::SeverityRole).toString());
    const QStringList parts{leadOf(index), sinceOf(index),
        words::visible(index.data(IncidentsModel::StatusRole).toString()),
        index.data(IncidentsModel::LabelRole).toString()};
    Look look{{}, shortened(severity), rankColour(index.data(IncidentsModel::RankRole).toInt(), theme()),
        titleOf(index), theme().text, parts.join(separator), theme().muted, severity};
    if (const int number = index.data(IncidentsModel::NumberRole).toInt(); number > 0)
        look.keys = shownKeys(tabAct(number));
    showUpdate(index, look);
    return look;
}

/// When they hear next; where nobody waits yet, by how much the resolve target is missed.
void IncidentDelegate::showUpdate(const QModelIndex& index, Look& look) const
{
    const Milliseconds left(index.data(IncidentsModel::UpdateLeftRole).toLongLong());
    const auto urgency = Urgency(index.data(IncidentsModel::UpdateUrgencyRole).toInt());
    const QVariant late = index.data(IncidentsModel::LateRole);
    if (late.isValid() && (urgency == Urgency::None || urgency == Urgency::Calm)) {
        look.tail = tr("target %1", "overdue by 4 min").arg(words::overdue(-Milliseconds(late.toLongLong())));
        look.tailIcon = QStringLiteral("over");
        look.tailColour = theme().bad;
        return;
    }
    switch (urgency) {
    case Urgency::None:
    case Urgency::Met:
        break;
    case Urgency::Calm:
        look.tail = tr("update %1").arg(timeOf(index.data(IncidentsModel::UpdateDueRole).toDateTime()));
        look.tailColour = theme().muted;
        break;
    case Urgency::Soon:
        look.tail = tr("update in %1").arg(words::shortDuration(left));
        look.tailIcon = QStringLiteral("soon");
        look.tailColour = theme().warn;
        break;
    case Urgency::Over:
        look.tail = tr("update %1", "overdue by 4 min").arg(words::overdue(left));
        look.tailIcon = QStringLiteral("over");
        look.tailColour = theme().bad;
        break;
    }
}

PanelDelegate::Look IncidentDelegate::past(const QModelIndex& index) const
{
    const QString severity = words::visible(index.data(IncidentsModel::SeverityRole).toString());
    const QStringList parts{index.data(IncidentsModel::LabelRole).toString(),
        words::visible(index.data(IncidentsModel::StatusRole).toString())};
    Look look{{}, shortened(severity), theme().line, titleOf(index), theme().muted, parts.join(separator),
        theme().muted, severity};
    const int overdue = index.data(IncidentsModel::OverdueRole).toInt();
    const int followUps = index.data(IncidentsModel::FollowUpsRole).toInt();
    look.tailColour = overdue > 0 ? theme().bad : theme().muted;
    if (overdue > 0) {
        look.tailIcon = QStringLiteral("over");
        look.tail = words::counted(overdue, tr("1 follow-up overdue"), tr("%n follow-ups overdue", nullptr, overdue));
    } else if (followUps > 0) {
        look.tail = words::counted(followUps, tr("1 follow-up open"), tr("%n follow-ups open", nullptr, followUps));
    }
    return look;
}

PanelDelegate::Look HitDelegate::look(const QModelIndex& index) const
{
    const auto hit = index.data(views::HitsModel::HitRole).value<views::HitRow>();
    words::Sentence said{hit.text, {}};
    for (const auto& [start, length] : hit.found)
        said.strong.push_back({start, length});
    const int first = said.strong.empty() ? 0 : said.strong.front().start;
    if (first > beforeFound) {
        const int cut = first - beforeFound;
        said.text = QChar(0x2026) + said.text.mid(cut);
        for (words::Range& range : said.strong)
            range.start -= cut - 1;
    }
    said.text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    said = words::visible(said);
    const QString time = QLocale().toString(hit.time, QStringLiteral("d MMM yyyy ")) + timeOf(hit.time);
    const QStringList parts{time, hit.kindName, hit.label,
        hit.title.isEmpty() ? tr("[redacted]") : words::visible(words::firstLine(hit.title))};
    Look look{hit.kind, {}, timeline::iconColour(hit.kind, theme()), said.text, theme().text, parts.join(separator),
        theme().muted};
    look.marks = said.strong;
    return look;
}

} // namespace warroom::desk
