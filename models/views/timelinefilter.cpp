// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timelinefilter.h"

#include "views/timelinemodel.h"

#include <algorithm>

namespace warroom::views {

TimelineFilter::TimelineFilter(QAbstractItemModel* timeline, int textRole, QObject* parent)
    : QSortFilterProxyModel(parent), m_textRole(textRole)
{
    setSourceModel(timeline);
    // A heading depends on the row above, which may be another one now.
    connect(this, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int, int last) { tellHeading(last + 1); });
    connect(this, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex&, int first, int) { tellHeading(first); });
    connect(timeline, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first) {
        if (first.row() == 0)
            tellHeading(0);
    });
}

void TimelineFilter::tellHeading(int row)
{
    if (!showsAll() && row < rowCount())
        Q_EMIT dataChanged(index(row, 0), index(row, 0), {TimelineModel::NewDayRole});
}

void TimelineFilter::showOnly(Sort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    invalidateFilter();
}

void TimelineFilter::search(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

std::array<int, TimelineFilter::sorts> TimelineFilter::counts() const
{
    std::array<int, sorts> result{};
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        const QModelIndex index = sourceModel()->index(row, 0);
        for (int sort = All; sort < sorts; ++sort)
            result[std::size_t(sort)] += belongs(index, Sort(sort)) ? 1 : 0;
    }
    return result;
}

bool TimelineFilter::belongs(const QModelIndex& row, Sort sort)
{
    if (sort == All)
        return true;
    if (sort == Key)
        return row.data(TimelineModel::KeyRole).toBool();
    const QString word = row.data(TimelineModel::KindRole).toString();
    switch (sort) {
    case Decisions:
        return word == QLatin1String("decision");
    case Actions:
        return word.startsWith(QLatin1String("action")) || word == QLatin1String("follow-up");
    default:
        return word == QLatin1String("update");
    }
}

bool TimelineFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (showsAll())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!belongs(index, m_sort))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(m_textRole).toString();
    return std::ranges::all_of(m_words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

QVariant TimelineFilter::data(const QModelIndex& index, int role) const
{
    if (role != TimelineModel::NewDayRole || showsAll() || !index.isValid())
        return QSortFilterProxyModel::data(index, role);
    // Where there are several days the first row has its heading, whichever row that is.
    if (index.row() == 0)
        return sourceModel()->index(0, 0).data(role);
    return index.data(TimelineModel::DayRole) != index.siblingAtRow(index.row() - 1).data(TimelineModel::DayRole);
}

} // namespace warroom::views
