// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timelinefilter.h"

#include "views/timelinemodel.h"

#include <algorithm>
#include <utility>

namespace warroom::views {

TimelineFilter::TimelineFilter(QAbstractItemModel* timeline, int textRole, QObject* parent)
    : QSortFilterProxyModel(parent), m_textRole(textRole)
{
    // Before the filter itself hears of it.
    connect(timeline, &QAbstractItemModel::dataChanged, this, &TimelineFilter::forgetTexts);
    connect(timeline, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        if (m_counted)
            count(first, last);
    });
    const auto forgetCounts = [this] { m_counted = false; };
    connect(timeline, &QAbstractItemModel::rowsRemoved, this, forgetCounts);
    connect(timeline, &QAbstractItemModel::dataChanged, this, forgetCounts);
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
    if (words.isEmpty())
        m_texts.clear();
    invalidateFilter();
}

std::array<int, TimelineFilter::sorts> TimelineFilter::counts()
{
    if (!std::exchange(m_counted, true)) {
        m_counts = {};
        count(0, sourceModel()->rowCount() - 1);
    }
    return m_counts;
}

void TimelineFilter::count(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = sourceModel()->index(row, 0);
        ++m_counts[All];
        m_counts[Key] += isKey(index) ? 1 : 0;
        if (const Sort sort = sortOf(index); sort != All)
            ++m_counts[std::size_t(sort)];
    }
}

bool TimelineFilter::isKey(const QModelIndex& row) { return row.data(TimelineModel::KeyRole).toBool(); }

TimelineFilter::Sort TimelineFilter::sortOf(const QModelIndex& row)
{
    const QString word = row.data(TimelineModel::KindRole).toString();
    if (word == QLatin1String("decision"))
        return Decisions;
    if (word.startsWith(QLatin1String("action")) || word == QLatin1String("follow-up"))
        return Actions;
    if (word == QLatin1String("runbook") || word == QLatin1String("output") || word.startsWith(QLatin1String("step")))
        return Steps;
    if (word.startsWith(QLatin1String("alert")))
        return Alerts;
    return word == QLatin1String("update") ? Updates : All;
}

bool TimelineFilter::belongs(const QModelIndex& row) const
{
    return m_sort == All || (m_sort == Key ? isKey(row) : sortOf(row) == m_sort);
}

QString TimelineFilter::textOf(const QModelIndex& row) const
{
    QString& text = m_texts[row.data(TimelineModel::EntryIdRole).toUuid()];
    if (text.isNull())
        text = row.data(m_textRole).toString();
    return text;
}

bool TimelineFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (showsAll())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!belongs(index))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = textOf(index);
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
