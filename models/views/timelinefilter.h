// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSortFilterProxyModel>
#include <QUuid>

#include <array>

namespace warroom::views {

/// The rows of a timeline that are of one sort and hold the words looked for.
class TimelineFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum Sort {
        All,
        Key, ///< What the post-mortem tells the story with.
        Decisions,
        Actions, ///< Actions and follow-ups, and what became of them.
        Updates,
        Steps, ///< Of runbooks and checklists, and what their commands printed.
        Alerts,
    };
    static constexpr int sorts = Alerts + 1;

    /// `timeline` has the roles of a TimelineModel, and in `textRole` all that is searched. It outlives the filter.
    TimelineFilter(QAbstractItemModel* timeline, int textRole, QObject* parent);

    const QStringList& words() const { return m_words; }
    bool showsAll() const { return m_sort == All && m_words.isEmpty(); }
    void showOnly(Sort sort);
    /// Every word of it has to be in a row, as a part of its text in any case.
    void search(const QString& text);

    /// The text of any row may be another one now.
    void forgetTexts() { m_texts.clear(); }

    /// How many rows there are of each sort, whatever is searched.
    std::array<int, sorts> counts();

    QVariant data(const QModelIndex& index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    static bool isKey(const QModelIndex& row);
    /// All: of no sort of its own.
    static Sort sortOf(const QModelIndex& row);
    bool belongs(const QModelIndex& row) const;
    void count(int first, int last);
    void tellHeading(int row);
    QString textOf(const QModelIndex& row) const;

    int m_textRole;
    Sort m_sort = All;
    std::array<int, sorts> m_counts{};
    bool m_counted = false; ///< The counts hold; new rows are added to them.
    QStringList m_words;
    mutable QHash<QUuid, QString> m_texts; ///< While something is searched: the words of a row are made each time.
};

} // namespace warroom::views
