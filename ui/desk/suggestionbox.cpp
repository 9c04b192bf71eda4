// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/suggestionbox.h"

#include "style/fonts.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace warroom::desk {

namespace {

constexpr int rowHeight = 24;
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
        m_current = 0;
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
    if (const Suggestion* suggestion = current()) {
        setAccessibleName(tr("Tab takes %1 %2 %3").arg(suggestion->insert, suggestion->name, suggestion->what));
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

QSize SuggestionBox::sizeHint() const { return {600, int(m_suggestions.size()) * rowHeight + 2 * margin}; }

void SuggestionBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.line);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.cardRadius, m_theme.cardRadius);
    for (int i = 0; i < int(m_suggestions.size()); ++i) {
        const Suggestion& suggestion = m_suggestions[std::size_t(i)];
        const QRect row(1, margin + i * rowHeight, width() - 2, rowHeight);
        QRect inside = row.adjusted(inset, 0, -inset, 0);
        if (i == m_current) {
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
        int x = paintPart(painter, inside.left(), inside, suggestion.insert, style::monoFont(13), m_theme.accent);
        x = paintPart(painter, x, inside, suggestion.name, style::bodyFont(13), m_theme.text);
        paintPart(painter, x, inside, suggestion.what, style::bodyFont(13), m_theme.muted);
    }
}

void SuggestionBox::mousePressEvent(QMouseEvent* event)
{
    const int row = (int(event->position().y()) - margin) / rowHeight;
    if (row >= 0 && row < int(m_suggestions.size())) {
        select(row);
        Q_EMIT taken();
    }
}

} // namespace warroom::desk
