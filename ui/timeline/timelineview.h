// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "style/theme.h"
#include "timeline/rowact.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QSet>

#include <functional>

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
    void executeLayout();
    void goToEnd();
    /// Makes it the current row and brings it into view.
    void showRow(int row);
    /// What one looks at: the current row, and where the rows stand.
    struct Place {
        QUuid current;
        QUuid top; ///< First row in view,
        int topAt = 0; ///< and where it stands.
        bool atEnd = true;
    };
    Place place() const;
    void goTo(const Place& place);
    /// Other rows of the same timeline are shown: none of them is news, and none is current until one says so.
    void rearrange(const std::function<void()>& change);
    /// Marks these words in the rows.
    void mark(const QStringList& found);
    /// After something changed that may show in any row.
    void measureAgain();

    void doItemsLayout() override;
    /// A letter typed here belongs into the line; it does not search.
    void keyboardSearch(const QString&) override { }

    /// Whether Esc means something here before it means something to the window.
    void setLeavable(bool leavable) { m_leavable = leavable; }

Q_SIGNALS:
    /// Esc, where it means something here.
    void left();
    void unseenChanged(int count);
    /// The day of the first row in view; invalid where all rows are of one day.
    void dayChanged(QDate day);
    /// Somebody started a line while the focus was here.
    void typed(const QString& text);
    /// Something is to be done with the row; opening it is done here.
    void acted(warroom::timeline::RowAct act, warroom::EntryId entry);
    void takeBackAsked();
    void sayAgainAsked();
    /// Rows were painted at heights that are guessed so far.
    void guessPainted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void countNew(int first, int last);
    int rowOf(const QUuid& entry) const;
    bool takesKey(QKeyEvent* event);
    void perform(RowAct act);
    void showMenu(const QPoint& at);
    void rememberPlace();
    void restorePlace();
    void layOutRows();
    void alignToBottom();
    void setUnseen(int count);
    QModelIndex firstInView() const;
    QDate dayInView() const;

    TimelineDelegate* m_delegate;
    QPersistentModelIndex m_anchor; ///< First row in view,
    int m_anchorTop = 0; ///< and where it stands.
    QDate m_day; ///< As dayChanged() said last.
    bool m_atEnd = true;
    bool m_settling = false;
    bool m_rearranging = false;
    bool m_leavable = false;
    int m_unseen = 0;
    QSet<EntryId> m_own;
};

} // namespace warroom::timeline
