// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/panel.h"

#include "desk/paneldelegate.h"
#include "style/fonts.h"
#include "style/keycap.h"
#include "style/plainlabel.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QKeyEvent>

#include <algorithm>

namespace warroom::desk {

namespace {

/// The rows, which say to who cannot see them what is painted for the others.
class SpokenRows : public QIdentityProxyModel
{
public:
    SpokenRows(QAbstractItemModel* rows, PanelList* list) : QIdentityProxyModel(list), m_list(list)
    {
        setSourceModel(rows);
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const auto* delegate = qobject_cast<const PanelDelegate*>(m_list->itemDelegate());
        return role == Qt::AccessibleTextRole && delegate ? delegate->spoken(index)
                                                          : QIdentityProxyModel::data(index, role);
    }

private:
    const PanelList* m_list;
};

} // namespace

PanelList::PanelList(const QString& name, QWidget* parent) : QListView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this, &PanelList::chosen);
}

void PanelList::setModel(QAbstractItemModel* model)
{
    QListView::setModel(model);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, [this] { updateGeometry(); });
}

QSize PanelList::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {200, rows * std::max(sizeHintForRow(0), 0)};
}

QSize PanelList::minimumSizeHint() const
{
    return {120, std::min(sizeHint().height(), 3 * std::max(sizeHintForRow(0), 0))};
}

void PanelList::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (event->matches(QKeySequence::Undo))
        Q_EMIT takeBackAsked();
    else if (event->matches(QKeySequence::Redo))
        Q_EMIT sayAgainAsked();
    else if (perform(*event))
        return;
    else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else if (plain && !event->text().isEmpty() && event->text().front().isPrint())
        Q_EMIT typed(currentIndex(), event->text());
    else
        QListView::keyPressEvent(event);
}

bool PanelList::perform(const QKeyEvent& event)
{
    // A capital letter is the same key: nobody looks for Shift in a hurry.
    const QKeyCombination pressed(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier), Qt::Key(event.key()));
    const auto found = std::ranges::find_if(
        m_acts, [&](const auto& act) { return keyRow(act.first).keys.contains(QKeySequence(pressed)); });
    if (found == m_acts.end() || !currentIndex().isValid())
        return false;
    if (!event.isAutoRepeat())
        found->second(currentIndex());
    return true;
}

void PanelList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

Panel::Panel(
    const style::Theme& theme, const QString& title, const QString& keys, QAbstractItemModel* model, QWidget* parent)
    : Card(theme, parent), m_list(new PanelList(title, this))
{
    auto* caption = new style::PlainLabel(style::captionFont(), theme.muted, this);
    caption->setText(title.toUpper());
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.padding, theme.padding, theme.padding, 2);
    head->addWidget(caption);
    head->addStretch(1);
    if (!keys.isEmpty())
        head->addWidget(new style::KeyCap(keys, this));
    m_list->setModel(new SpokenRows(model, m_list));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 6);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_list);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

} // namespace warroom::desk
