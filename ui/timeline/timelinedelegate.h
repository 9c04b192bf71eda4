// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QHash>
#include <QSet>
#include <QStyledItemDelegate>
#include <QUuid>

#include <vector>

namespace warroom::timeline {

/// Paints the rows of the timeline. Remembers their heights, because ten thousand of them are asked for at once, and
/// guesses them while nobody sees them.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TimelineDelegate(const style::Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// The width that heights are counted for. False when it is that already.
    bool setWidth(int width);
    /// Whether rows that were not measured count as one line each.
    void guess(bool guessing) { m_guessing = guessing; }
    bool isGuessing() const { return m_guessing; }
    bool hasMeasured() const { return !m_rowHeights.empty(); }
    int measure(const QModelIndex& index) const;
    /// Opens or closes the row in place.
    void toggle(const QModelIndex& index);
    /// Words that are marked wherever they stand in a row; changes no height.
    void mark(const QStringList& found) { m_found = found; }
    void forget(const QModelIndex& index);
    void forgetAll();
    /// What is known by its row stands at other rows now.
    void insertRows(int first, int last);
    void forgetRows() { m_rowHeights.clear(); }

private:
    int rowHeight(const QModelIndex& index) const;
    void paintColumn(QPainter& painter, const QRect& column, const QString& text, int flags = Qt::AlignLeft) const;
    void paintDay(QPainter& painter, const QRect& where, const QModelIndex& index) const;
    void paintMargin(QPainter& painter, const QRect& row, const QModelIndex& index) const;
    void paintTime(QPainter& painter, const QRect& row, const QDateTime& time) const;
    void paintText(QPainter& painter, const QRect& row, const QModelIndex& index) const;

    style::Theme m_theme;
    int m_width = 0;
    bool m_guessing = false;
    QStringList m_found;
    QSet<QUuid> m_open;
    mutable std::vector<int> m_rowHeights; ///< Of whole rows, by their number; 0: not known.
    mutable QHash<QUuid, int> m_heights; ///< At this width.
    mutable QHash<QUuid, qreal> m_lineWidths; ///< Of the rows of one line, at any width.
};

} // namespace warroom::timeline
