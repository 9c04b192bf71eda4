// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/keyeddiff.h"

#include <QAbstractListModel>

#include <functional>

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

    void setRows(std::vector<Row> rows)
    {
        arrange(rows);
        replaceChanged(std::move(rows));
    }

private:
    static auto keysOf(const std::vector<Row>& rows)
    {
        std::vector<std::decay_t<std::invoke_result_t<decltype(&Row::key), const Row&>>> keys;
        keys.reserve(rows.size());
        std::ranges::transform(rows, std::back_inserter(keys), &Row::key);
        return keys;
    }

    void arrange(const std::vector<Row>& rows)
    {
        for (const DiffStep& step : keyedDiff(keysOf(m_rows), keysOf(rows)))
            take(step, rows);
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

    void replaceChanged(std::vector<Row> rows)
    {
        const int count = int(rows.size());
        for (int first = 0; first < count;) {
            int last = first;
            while (last < count && !(m_rows[std::size_t(last)] == rows[std::size_t(last)])) {
                m_rows[std::size_t(last)] = std::move(rows[std::size_t(last)]);
                ++last;
            }
            if (last > first)
                Q_EMIT dataChanged(index(first), index(last - 1));
            first = last + 1;
        }
    }

    std::vector<Row> m_rows;
};

} // namespace warroom::views
