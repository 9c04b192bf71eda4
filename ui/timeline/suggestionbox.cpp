// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/suggestionbox.h"

#include "style/fonts.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace warroom::timeline {

namespace {

constexpr int maxRows = 8;
constexpr int rowHeight = 24;
constexpr int countHeight = 18;
constexpr int margin = 6;
constexpr int inset = 12;
constexpr int gap = 10;

int paintPart(QPainter& painter, int x, const QRect& row, const QString& text, const QFont& font, const QColor& colour)
{
    if (text.isEmpty() || x >= row.right())
        return x;
    painter.setFont(font);
    painter.setPen(colour);
    const QRect room(x, row.top(), row.right() - x, row.height());
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(room, int(Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
    return x + painter.fontMetrics().horizontalAdvance(fitting) + gap;
}

} // namespace

SuggestionBox::SuggestionBox(const style::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void SuggestionBox::show(const std::vector<Suggestion>& suggestions)
{
    if (suggestions != m_suggestions) {
        m_suggestions = suggestions;
        m_current = m_first = 0;
    }
    setVisible(!m_suggestions.empty());
    select(m_current);
}

const Suggestion* SuggestionBox::current() const
{
    return isVisible() && !m_suggestions.empty() ? &m_suggestions[std::size_t(m_current)] : nullptr;
}

void SuggestionBox::moveBy(int rows)
{
    select(std::clamp(m_current + rows, 0, std::max(int(m_suggestions.size()) - 1, 0)));
}

void SuggestionBox::select(int row)
{
    m_current = row;
    m_first = std::clamp(m_first, row - maxRows + 1, row);
    if (const Suggestion* suggestion = current()) {
        setAccessibleName(tr("Tab takes %1 %2 %3").arg(suggestion->insert, suggestion->name, suggestion->what));
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

int SuggestionBox::shownRows() const { return std::min(int(m_suggestions.size()) - m_first, maxRows); }

QSize SuggestionBox::sizeHint() const
{
    return {600, shownRows() * rowHeight + 2 * margin + (isCut() ? countHeight : 0)};
}

bool SuggestionBox::isCut() const { return int(m_suggestions.size()) > maxRows; }

void SuggestionBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.line);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.cardRadius, m_theme.cardRadius);
    for (int i = 0; i < shownRows(); ++i)
        paintRow(painter, QRect(1, margin + i * rowHeight, width() - 2, rowHeight), m_first + i);
    if (isCut()) {
        const QRect below(1 + inset, margin + shownRows() * rowHeight, width() - 2 - 2 * inset, countHeight);
        painter.setFont(style::bodyFont(11));
        painter.setPen(m_theme.muted);
        painter.drawText(below, int(Qt::AlignRight | Qt::AlignVCenter), countText());
    }
}

void SuggestionBox::paintRow(QPainter& painter, const QRect& row, int index) const
{
    const Suggestion& suggestion = m_suggestions[std::size_t(index)];
    QRect inside = row.adjusted(inset, 0, -inset, 0);
    if (index == m_current) {
        painter.fillRect(row, m_theme.raised);
        const QRect cap(inside.right() - 32, row.top() + 4, 32, rowHeight - 8);
        painter.setPen(m_theme.line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setFont(style::monoFont(11));
        painter.setPen(m_theme.muted);
        painter.drawText(cap, int(Qt::AlignCenter), tr("Tab"));
        inside.setRight(cap.left() - gap);
    }
    const int second = inside.left() + insertWidth() + gap;
    const QRect column(inside.topLeft(), QSize(insertWidth() + gap / 2, inside.height()));
    paintPart(painter, column.left(), column, suggestion.insert, style::monoFont(13), m_theme.accent);
    const int x = paintPart(painter, second, inside, suggestion.name, style::bodyFont(13), m_theme.text);
    paintPart(painter, x, inside, suggestion.what, style::bodyFont(13), m_theme.muted);
}

int SuggestionBox::insertWidth() const
{
    const QFontMetrics metrics(style::monoFont(13));
    int widest = 0;
    for (const Suggestion& suggestion : m_suggestions)
        widest = std::max(widest, metrics.horizontalAdvance(suggestion.insert));
    return std::min(widest, width() / 2);
}

QString SuggestionBox::countText() const
{
    return tr("%1 of %2 · ↑ ↓ for more").arg(m_current + 1).arg(m_suggestions.size());
}

void SuggestionBox::mousePressEvent(QMouseEvent* event)
{
    const int row = (int(event->position().y()) - margin) / rowHeight;
    if (row >= 0 && row < shownRows()) {
        select(m_first + row);
        Q_EMIT taken();
    }
}

void SuggestionBox::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0)
        moveBy(event->angleDelta().y() < 0 ? 1 : -1);
    event->accept();
}

} // namespace warroom::timeline
