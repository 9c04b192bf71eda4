// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/panel.h"

#include "desk/paneldelegate.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/keycap.h"
#include "style/plainlabel.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QKeyEvent>

#include <algorithm>
#include <limits>

namespace warroom::desk {

namespace {

constexpr int signSize = 10;

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
    setResizeMode(Adjust);
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

void PanelList::doItemsLayout()
{
    QListView::doItemsLayout();
    updateGeometry();
}

int PanelList::heightOf(int most) const
{
    const int rows = model() ? std::min(model()->rowCount(), most) : 0;
    int height = 0;
    for (int row = 0; row < rows; ++row)
        height += sizeHintForRow(row);
    return height;
}

QSize PanelList::sizeHint() const { return {200, heightOf(std::numeric_limits<int>::max())}; }

QSize PanelList::minimumSizeHint() const { return {120, heightOf(3)}; }

void PanelList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
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
    else if (event->key() == Qt::Key_Up && currentIndex().row() <= 0)
        Q_EMIT leftUpwards();
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
    : Card(theme, parent),
      m_theme(theme),
      m_list(new PanelList(title, this)),
      m_sign(new style::PlainLabel(this)),
      m_alarm(new style::PlainLabel(style::captionFont(), theme.bad, this))
{
    auto* caption = new style::PlainLabel(style::captionFont(), theme.muted, this);
    caption->setText(title.toUpper());
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.padding, theme.padding, theme.padding, 2);
    head->setSpacing(5);
    head->addWidget(caption);
    head->addSpacing(5);
    head->addWidget(m_sign);
    head->addWidget(m_alarm);
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
    setAlarm({});
}

void Panel::setAlarm(const QString& text)
{
    if (!text.isEmpty() && m_sign->pixmap().isNull())
        m_sign->setPixmap(style::icon(QStringLiteral("over"), m_theme.bad, signSize, devicePixelRatioF()));
    m_sign->setVisible(!text.isEmpty());
    m_alarm->setVisible(!text.isEmpty());
    m_alarm->setText(text);
    m_list->setAccessibleDescription(text);
}

} // namespace warroom::desk
