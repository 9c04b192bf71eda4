// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinewords.h"

#include "style/plainlabel.h"
#include "views/timelinemodel.h"
#include "words/duration.h"
#include "words/visible.h"

namespace warroom::timeline {

using views::TimelineModel;

namespace {

// Longer texts are heard or hovered in part; the row opens in place for the rest.
constexpr int maxSpoken = 2000;

incident::EntryPtr entryOf(const QModelIndex& index)
{
    return index.data(TimelineModel::EntryRole).value<incident::EntryPtr>();
}

QString shown(const QString& name) { return name.isEmpty() ? TimelineWords::tr("[redacted]") : words::visible(name); }

QString mark(const QModelIndex& index)
{
    const incident::EntryPtr entry = entryOf(index);
    if (entry->retracted)
        return TimelineWords::tr("taken back");
    QStringList marks;
    if (entry->amended)
        marks << TimelineWords::tr("amended");
    if (entry->sensitive)
        marks << TimelineWords::tr("sensitive");
    return marks.join(QStringLiteral(", "));
}

} // namespace

TimelineWords::TimelineWords(QAbstractItemModel* timeline, Source source, QObject* parent)
    : QIdentityProxyModel(parent), m_source(std::move(source))
{
    setSourceModel(timeline);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(this, changed, this, &TimelineWords::countDays);
    connect(this, &QAbstractItemModel::rowsMoved, this, &TimelineWords::countDays);
    connect(this, &QAbstractItemModel::dataChanged, this, &TimelineWords::countDays);
}

void TimelineWords::countDays()
{
    const auto day = [this](int row) { return index(row, 0).data(TimelineModel::DayRole).toDate(); };
    const bool several = rowCount() > 0 && day(0) != day(rowCount() - 1);
    if (several == m_severalDays)
        return;
    m_severalDays = several;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(0, 0), {TimelineModel::NewDayRole});
}

QVariant TimelineWords::data(const QModelIndex& index, int role) const
{
    switch (role) {
    case SentenceRole:
        return QVariant::fromValue(
            words::visible(words::sentence(*entryOf(index), m_source.state(), m_source.playbook())));
    case KindWordRole:
        return words::kind(*entryOf(index));
    case PersonRole:
        return shown(index.data(TimelineModel::ByRole).toString());
    case MarkRole:
        return mark(index);
    case SearchedRole:
        return spoken(index, -1);
    case TimelineModel::NewDayRole:
        // Where there are several days the first has its heading too.
        return index.row() == 0 ? m_severalDays : QIdentityProxyModel::data(index, role);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return spoken(index, maxSpoken);
    case Qt::ToolTipRole:
        return style::plainToolTip(toolTip(index));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QString TimelineWords::spoken(const QModelIndex& index, int length) const
{
    const QString time = words::timeOfDay(index.data(TimelineModel::TimeRole).toDateTime());
    const QString text = index.data(SentenceRole).value<words::Sentence>().text.left(length);
    QStringList parts{time, index.data(KindWordRole).toString()};
    if (index.data(TimelineModel::PinnedRole).toBool())
        parts << tr("pinned");
    parts << text << index.data(PersonRole).toString();
    if (const QString marked = mark(index); !marked.isEmpty())
        parts << marked;
    return parts.join(QStringLiteral(", "));
}

QString TimelineWords::toolTip(const QModelIndex& index) const
{
    const incident::EntryPtr entry = entryOf(index);
    const QTimeZone zone = m_source.state().zone();
    const QString happened = words::longDate(index.data(TimelineModel::DayRole).toDate()) + QLatin1Char(' ')
        + words::timeOfDayWithSeconds(entry->occurredAt(), zone) + QLatin1Char(' ')
        + words::zoneName(entry->occurredAt(), zone);
    const QString author = shown(index.data(TimelineModel::AuthorRole).toString());
    QStringList lines{happened};
    if (entry->by != entry->author)
        lines << tr("From %1").arg(index.data(PersonRole).toString());
    lines << tr("Recorded %1 by %2").arg(words::timeOfDayWithSeconds(entry->recordedAt, zone), author);
    return lines.join(QLatin1Char('\n'));
}

} // namespace warroom::timeline
