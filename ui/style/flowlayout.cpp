// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/flowlayout.h"

#include <algorithm>

namespace warroom::style {

FlowLayout::FlowLayout() = default;
FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) { m_items.emplace_back(item); }

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto& item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + item->sizeHint().width() + spacing(),
                std::max(size.height(), item->sizeHint().height())};
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

int FlowLayout::heightForWidth(int width) const { return flow(QRect(0, 0, width, 0), false); }

void FlowLayout::setGeometry(const QRect& where)
{
    QLayout::setGeometry(where);
    flow(where, true);
}

int FlowLayout::flow(const QRect& where, bool moves) const
{
    const QRect room = where.marginsRemoved(contentsMargins());
    QPoint at = room.topLeft();
    int high = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo({room.width(), QLAYOUTSIZE_MAX});
        if (at.x() > room.left() && at.x() + size.width() > room.left() + room.width()) {
            at = {room.left(), at.y() + high + spacing()};
            high = 0;
        }
        if (moves)
            item->setGeometry(QRect(at, size));
        at.rx() += size.width() + spacing();
        high = std::max(high, size.height());
    }
    return at.y() + high - room.top() + contentsMargins().top() + contentsMargins().bottom();
}

} // namespace warroom::style
