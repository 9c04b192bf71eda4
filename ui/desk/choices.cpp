// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/choices.h"

#include "style/contrast.h"
#include "style/fonts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace warroom::desk {

namespace {

constexpr int rowHeight = 36;
constexpr int sides = 12;
constexpr int between = 10;
constexpr int capHeight = 20;
constexpr int capSides = 6;
constexpr int badgeWidth = 36; ///< At least; most labels are two letters, and what follows stands in line.

/// Rounded up, so that what is as wide as its text does not cut it.
int widthOf(const QFont& font, const QString& text)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

/// A strip of the row from the left, taken off it.
QRect takeLeft(QRect& row, int width)
{
    const QRect taken(row.left(), row.top(), width, row.height());
    row.setLeft(row.left() + width + between);
    return taken;
}

QString spoken(const Choice& choice)
{
    QStringList parts{choice.name, choice.what, choice.lead, choice.keys, choice.aside};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    const Choice& own = choice(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return own.name;
    case Qt::AccessibleTextRole:
        return spoken(own);
    default:
        return {};
    }
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {200, rowHeight}; }

void ChoiceDelegate::paintCap(QPainter& painter, const QRect& where, const QString& keys) const
{
    const QFont mono = style::monoFont(11);
    const int width = widthOf(mono, keys) + 2 * capSides;
    const QRect cap(where.right() - width + 1, where.center().y() - capHeight / 2, width, capHeight);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme.line);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(mono);
    painter.setPen(m_theme.muted);
    painter.drawText(cap, int(Qt::AlignCenter), keys);
}

void ChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Choice& choice = m_choiceOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = (option.state & QStyle::State_Selected) != 0;
    if (current || (option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(option.rect, m_theme.raised);
    if (current)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())), m_theme.accent);

    QRect row = option.rect.adjusted(sides, 0, -sides, 0);
    if (!choice.lead.isEmpty())
        paintCap(*painter, takeLeft(row, widthOf(style::monoFont(11), choice.lead) + 2 * capSides), choice.lead);
    if (!choice.keys.isEmpty()) {
        paintCap(*painter, row, choice.keys);
        row.setRight(row.right() - widthOf(style::monoFont(11), choice.keys) - 2 * capSides - between);
    }
    const QFont small = style::bodyFont(13);
    if (!choice.aside.isEmpty()) {
        painter->setFont(small);
        painter->setPen(m_theme.muted);
        painter->drawText(row, int(Qt::AlignVCenter | Qt::AlignRight) | Qt::TextSingleLine, choice.aside);
        row.setRight(row.right() - widthOf(small, choice.aside) - between);
    }
    const QFont bold = style::bodyFont(14, QFont::DemiBold);
    const int badge = choice.badge.isValid() ? 7 : 0;
    const int nameWidth = std::min(widthOf(bold, choice.name) + 2 * badge, row.width());
    const QRect name = takeLeft(row, badge > 0 ? std::max(nameWidth, badgeWidth) : nameWidth);
    painter->setPen(choice.possible ? m_theme.text : m_theme.muted);
    if (badge > 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(choice.badge);
        painter->drawRoundedRect(QRect(name.left(), name.center().y() - 11, name.width(), 22), 4, 4);
        painter->setPen(style::textOn(choice.badge));
    }
    painter->setFont(bold);
    painter->drawText(name.adjusted(badge, 0, -badge, 0),
        int(badge > 0 ? Qt::AlignCenter : Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(bold).elidedText(choice.name, Qt::ElideRight, nameWidth - 2 * badge));
    painter->setFont(small);
    painter->setPen(m_theme.muted);
    painter->drawText(row, int(Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(small).elidedText(choice.what, Qt::ElideRight, row.width()));
    painter->restore();
}

} // namespace warroom::desk
