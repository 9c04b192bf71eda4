// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "style/theme.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QSet>

namespace warroom::timeline {

class TimelineDelegate;

/// The list of what happened, the newest next to the line. Stays at the end when it is there; otherwise what one reads
/// stays where it is, whatever comes in.
class TimelineView : public QListView
{
    Q_OBJECT

public:
    TimelineView(const style::Theme& theme, QAbstractItemModel* rows, QWidget* parent);

    bool isAtEnd() const { return m_atEnd; }
    /// The rows of this act were said here and are no news.
    void expectOwn(EntryId act) { m_own.insert(act); }
    /// Rows of others that came in since the end was last in view.
    int unseen() const { return m_unseen; }
    /// Whether all of the row is in view.
    bool isInView(int row) const;
    /// Rows between this one and the first or last one in view; negative: above.
    int rowsAway(int row) const;

    /// Brings what was scheduled up to date, before one asks what is in view.
    void executeLayout() { executeDelayedItemsLayout(); }
    void goToEnd();
    /// Makes it the current row and brings it into view.
    void showRow(int row);
    /// After something changed that may show in any row.
    void measureAgain();

    void doItemsLayout() override;
    /// A letter typed here belongs into the line; it does not search.
    void keyboardSearch(const QString&) override { }

Q_SIGNALS:
    void unseenChanged(int count);
    /// Somebody started a line while the focus was here.
    void typed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void countNew(int first, int last);
    void rememberPlace();
    void restorePlace();
    void alignToBottom();
    void setUnseen(int count);
    QModelIndex firstInView() const;

    TimelineDelegate* m_delegate;
    QPersistentModelIndex m_anchor; ///< First row in view,
    int m_anchorTop = 0; ///< and where it stands.
    bool m_atEnd = true;
    bool m_settling = false;
    int m_unseen = 0;
    QSet<EntryId> m_own;
};

} // namespace warroom::timeline
