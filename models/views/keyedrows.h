// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/keyeddiff.h"

#include <QAbstractListModel>

#include <functional>
#include <span>

namespace warroom::views {

/// A list of rows that are values with a `key` and `==`. It changes by insertion, removal, move and change, never by
/// reset, so that selection and place survive.
template<typename Row> class KeyedRows : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

protected:
    const std::vector<Row>& rows() const { return m_rows; }
    /// Null where the index is none of this model's.
    const Row* rowAt(const QModelIndex& index) const
    {
        const auto valid = CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid;
        return checkIndex(index, valid) ? &m_rows[std::size_t(index.row())] : nullptr;
    }

    /// The rows from `first` on become these; whoever knows that those before it stay saves the comparison.
    void setRows(std::vector<Row> rows, int first = 0)
    {
        if (std::size_t(first) == m_rows.size()) {
            append(std::move(rows));
            return;
        }
        arrange(rows, first);
        replaceChanged(std::move(rows), first);
    }

private:
    void append(std::vector<Row> rows)
    {
        if (rows.empty())
            return;
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(rows.size()) - 1);
        std::ranges::move(rows, std::back_inserter(m_rows));
        endInsertRows();
    }

    static auto keysOf(std::span<const Row> rows)
    {
        std::vector<std::decay_t<std::invoke_result_t<decltype(&Row::key), const Row&>>> keys;
        keys.reserve(rows.size());
        std::ranges::transform(rows, std::back_inserter(keys), &Row::key);
        return keys;
    }

    void arrange(const std::vector<Row>& rows, int first)
    {
        const std::span<const Row> before = std::span<const Row>(m_rows).subspan(std::size_t(first));
        for (DiffStep step : keyedDiff(keysOf(before), keysOf(rows))) {
            step.at += first;
            step.from += step.kind == DiffStep::Kind::Move ? first : 0;
            take(step, rows);
        }
    }

    void take(const DiffStep& step, const std::vector<Row>& rows)
    {
        const auto at = m_rows.begin() + step.at;
        switch (step.kind) {
        case DiffStep::Kind::Remove:
            beginRemoveRows({}, step.at, step.at + step.count - 1);
            m_rows.erase(at, at + step.count);
            endRemoveRows();
            break;
        case DiffStep::Kind::Insert:
            beginInsertRows({}, step.at, step.at + step.count - 1);
            m_rows.insert(at, rows.begin() + step.from, rows.begin() + step.from + step.count);
            endInsertRows();
            break;
        case DiffStep::Kind::Move:
            // Qt counts the destination before the row is taken out.
            beginMoveRows({}, step.from, step.from, {}, step.from < step.at ? step.at + 1 : step.at);
            if (step.from < step.at)
                std::rotate(m_rows.begin() + step.from, m_rows.begin() + step.from + 1, at + 1);
            else
                std::rotate(at, m_rows.begin() + step.from, m_rows.begin() + step.from + 1);
            endMoveRows();
            break;
        }
    }

    void replaceChanged(std::vector<Row> rows, int first)
    {
        const int count = int(m_rows.size());
        const auto changed = [&](int row) {
            return row < count && !(m_rows[std::size_t(row)] == rows[std::size_t(row - first)]);
        };
        for (int begin = first; begin < count;) {
            int end = begin;
            for (; changed(end); ++end)
                m_rows[std::size_t(end)] = std::move(rows[std::size_t(end - first)]);
            if (end > begin)
                Q_EMIT dataChanged(index(begin), index(end - 1));
            begin = end + 1;
        }
    }

    std::vector<Row> m_rows;
};

} // namespace warroom::views
