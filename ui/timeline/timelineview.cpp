// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineview.h"

#include "timeline/kindlook.h"
#include "timeline/timelinedelegate.h"
#include "views/timelinemodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace warroom::timeline {

namespace {

/// So many rows are measured at once; of more, those in view come first.
constexpr int fewRows = 500;

} // namespace

TimelineView::TimelineView(const style::Theme& theme, QAbstractItemModel* rows, QWidget* parent)
    : QListView(parent), m_delegate(new TimelineDelegate(theme, this))
{
    // Before the view itself hears of it.
    connect(rows, &QAbstractItemModel::rowsInserted, m_delegate,
        [this](const QModelIndex&, int first, int last) { m_delegate->insertRows(first, last); });
    connect(rows, &QAbstractItemModel::rowsRemoved, m_delegate, &TimelineDelegate::forgetRows);
    connect(rows, &QAbstractItemModel::rowsMoved, m_delegate, &TimelineDelegate::forgetRows);
    connect(rows, &QAbstractItemModel::layoutChanged, m_delegate, &TimelineDelegate::forgetRows);
    connect(rows, &QAbstractItemModel::modelReset, m_delegate, &TimelineDelegate::forgetRows);
    setModel(rows);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    verticalScrollBar()->setSingleStep(20);
    verticalScrollBar()->parentWidget()->raise();
    viewport()->setAutoFillBackground(false);
    connect(this, &TimelineView::guessPainted, this, &TimelineView::executeLayout, Qt::QueuedConnection);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineView::rememberPlace);
    connect(rows, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) { countNew(first, last); });
    connect(rows, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        for (int row = first.row(); row <= last.row(); ++row)
            m_delegate->forget(model()->index(row, 0));
        scheduleDelayedItemsLayout();
    });
}

void TimelineView::countNew(int first, int last)
{
    if (m_atEnd || m_rearranging)
        return;
    int others = 0;
    for (int row = first; row <= last; ++row)
        others += m_own.contains({model()->index(row, 0).data(views::TimelineModel::ActRole).toUuid()}) ? 0 : 1;
    setUnseen(m_unseen + others);
}

void TimelineView::setUnseen(int count)
{
    if (count != m_unseen) {
        m_unseen = count;
        Q_EMIT unseenChanged(count);
    }
}

QModelIndex TimelineView::firstInView() const
{
    const QModelIndex at = indexAt(QPoint(1, 0));
    return at.isValid() || !model()->rowCount() ? at : model()->index(0, 0);
}

void TimelineView::rememberPlace()
{
    if (m_settling)
        return;
    m_atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    m_anchor = firstInView();
    m_anchorTop = m_anchor.isValid() ? visualRect(m_anchor).top() : 0;
    if (m_atEnd)
        setUnseen(0);
    if (const QDate day = dayInView(); std::exchange(m_day, day) != day)
        Q_EMIT dayChanged(day);
}

QDate TimelineView::dayInView() const
{
    if (!m_anchor.isValid())
        return {};
    const auto dayOf = [](const QModelIndex& row) { return row.data(views::TimelineModel::DayRole).toDate(); };
    const bool several = dayOf(model()->index(0, 0)) != dayOf(model()->index(model()->rowCount() - 1, 0));
    return several ? dayOf(m_anchor) : QDate();
}

void TimelineView::restorePlace()
{
    QScrollBar* bar = verticalScrollBar();
    if (m_atEnd)
        bar->setValue(bar->maximum());
    else if (m_anchor.isValid())
        bar->setValue(bar->value() + visualRect(m_anchor).top() - m_anchorTop);
}

void TimelineView::doItemsLayout()
{
    if (m_settling)
        return;
    {
        const QScopedValueRollback settling(m_settling, true);
        m_delegate->setWidth(viewport()->width());
        const bool many = model()->rowCount() > fewRows;
        m_delegate->guess(m_atEnd && many && (m_delegate->isGuessing() || !m_delegate->hasMeasured()));
        layOutRows();
        alignToBottom();
        restorePlace();
    }
    rememberPlace();
}

/// Nobody sees more of a long log at first than its end, and waits no longer for it than for that of a short one.
void TimelineView::layOutRows()
{
    int row = m_delegate->isGuessing() ? model()->rowCount() : 0;
    for (int rest = height(); row > 0 && rest > 0;)
        rest -= m_delegate->measure(model()->index(--row, 0));
    QListView::doItemsLayout();
}

void TimelineView::executeLayout()
{
    executeDelayedItemsLayout();
    if (m_delegate->isGuessing()) {
        m_delegate->guess(false);
        doItemsLayout();
    }
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_delegate->isGuessing())
        Q_EMIT guessPainted();
}

void TimelineView::alignToBottom()
{
    const int whole = height() - 2 * frameWidth();
    const bool overflows = contentsSize().height() > whole;
    const auto policy = overflows ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff;
    if (policy != verticalScrollBarPolicy())
        setVerticalScrollBarPolicy(policy);
    // Rows stand next to the line even when there are few of them.
    const int top = overflows ? 0 : whole - contentsSize().height();
    // The rows go on under the scroll bar, so that nothing in them moves when it comes.
    const QMargins margins(0, std::max(top, 0), overflows ? -verticalScrollBar()->sizeHint().width() : 0, 0);
    if (viewportMargins() != margins)
        setViewportMargins(margins);
    if (m_delegate->setWidth(viewport()->width()))
        layOutRows();
    updateGeometries();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    // At once, where QListView waits a moment: a row that is cut while somebody drags the window looks lost.
    QAbstractItemView::resizeEvent(event); // NOLINT(bugprone-parent-virtual-call)
    doItemsLayout();
}

void TimelineView::mark(const QStringList& found)
{
    m_delegate->mark(found);
    viewport()->update();
}

void TimelineView::measureAgain()
{
    m_delegate->forgetAll();
    scheduleDelayedItemsLayout();
}

bool TimelineView::isInView(int row) const { return rowsAway(row) == 0; }

int TimelineView::rowsAway(int row) const
{
    if (!model()->rowCount())
        return 0;
    const int first = firstInView().row() + (visualRect(firstInView()).top() < 0 ? 1 : 0);
    const QModelIndex bottom = indexAt(QPoint(1, viewport()->height() - 1));
    const bool cut = bottom.isValid() && visualRect(bottom).bottom() > viewport()->height();
    const int last = bottom.isValid() ? bottom.row() - (cut ? 1 : 0) : model()->rowCount() - 1;
    return row < first ? row - first : std::max(row - last, 0);
}

void TimelineView::goToEnd()
{
    executeLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TimelineView::showRow(int row)
{
    executeLayout();
    const QModelIndex index = model()->index(row, 0);
    const bool inView = isInView(row);
    setCurrentIndex(index);
    // Among its neighbours, where one has to go there.
    scrollTo(index, inView ? EnsureVisible : PositionAtCenter);
}

int TimelineView::rowOf(const QUuid& entry) const
{
    int row = entry.isNull() ? -1 : model()->rowCount() - 1;
    while (row >= 0 && model()->index(row, 0).data(views::TimelineModel::EntryIdRole).toUuid() != entry)
        --row;
    return row;
}

TimelineView::Place TimelineView::place() const
{
    const auto idOf = [](const QModelIndex& row) { return row.data(views::TimelineModel::EntryIdRole).toUuid(); };
    return {idOf(currentIndex()), idOf(m_anchor), m_anchorTop, m_atEnd};
}

void TimelineView::goTo(const Place& place)
{
    if (const int current = rowOf(place.current); current >= 0)
        showRow(current);
    goToEnd();
    const int top = place.atEnd ? -1 : rowOf(place.top);
    if (top >= 0) {
        QScrollBar* bar = verticalScrollBar();
        bar->setValue(bar->value() + visualRect(model()->index(top, 0)).top() - place.topAt);
    }
}

void TimelineView::rearrange(const std::function<void()>& change)
{
    selectionModel()->clear();
    const QScopedValueRollback rearranging(m_rearranging, true);
    change();
    executeLayout();
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && model()->rowCount()) {
        selectionModel()->setCurrentIndex(
            model()->index(model()->rowCount() - 1, 0), QItemSelectionModel::ClearAndSelect);
    }
    QListView::focusInEvent(event);
}

bool TimelineView::event(QEvent* event)
{
    const bool escape =
        event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (escape && m_leavable) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

bool TimelineView::takesKey(QKeyEvent* event)
{
    const std::optional<RowAct> act = rowacts::of(*event);
    if (event->matches(QKeySequence::Undo)) {
        if (!event->isAutoRepeat())
            Q_EMIT takeBackAsked();
    } else if (event->matches(QKeySequence::Redo)) {
        Q_EMIT sayAgainAsked();
    } else if (act && currentIndex().isValid()) {
        perform(*act);
    } else {
        return false;
    }
    return true;
}

void TimelineView::perform(RowAct act)
{
    if (act != RowAct::Open) {
        Q_EMIT acted(act, {currentIndex().data(views::TimelineModel::EntryIdRole).toUuid()});
        return;
    }
    m_delegate->toggle(currentIndex());
    m_atEnd = m_atEnd && currentIndex().row() == model()->rowCount() - 1;
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    if (!byKey)
        setCurrentIndex(indexAt(event->pos()));
    if (currentIndex().isValid())
        showMenu(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft() + QPoint(columns::kindLeft, 0))
                       : event->globalPos());
}

void TimelineView::showMenu(const QPoint& at)
{
    const auto entry = currentIndex().data(views::TimelineModel::EntryRole).value<incident::EntryPtr>();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const RowAct act : rowacts::all()) {
        QAction* action = menu->addAction(rowacts::name(act, *entry) + QLatin1Char('\t') + rowacts::key(act));
        action->setEnabled(!rowacts::refusal(act, *entry) && !(act == RowAct::TakeBack && entry->retracted));
        connect(action, &QAction::triggered, this, [this, act] { perform(act); });
    }
    menu->popup(at);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_leavable) {
        Q_EMIT left();
        return;
    }
    if (takesKey(event)) {
        event->accept();
        return;
    }
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (plain && !event->text().isEmpty() && event->text().at(0).isPrint()) {
        Q_EMIT typed(event->text());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace warroom::timeline
