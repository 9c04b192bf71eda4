// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/keptrow.h"

#include "style/fonts.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>

namespace warroom::timeline {

namespace {

constexpr int rowHeight = 22;
constexpr int spokenLength = 200;

} // namespace

KeptRow::KeptRow(const style::Theme& theme, QWidget* parent)
    : Button({}, {}, Tone::Plain, theme, parent), m_theme(theme)
{
    setFont(style::bodyFont(13));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    hide();
}

void KeptRow::show(const QString& text, std::size_t count)
{
    m_quoted = QStringLiteral("“%1”").arg(words::visible(words::firstLine(text).left(spokenLength)));
    m_hint = count > 1 ? tr(" · Esc in the empty line brings it back · %n more", nullptr, int(count) - 1)
                       : tr(" · Esc in the empty line brings it back");
    const QString said = tr("Not logged: ") + m_quoted + m_hint;
    const bool isNew = isHidden() || accessibleName() != said;
    setAccessibleName(said);
    setVisible(true);
    update();
    if (isNew) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QSize KeptRow::sizeHint() const { return {200, rowHeight}; }

void KeptRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(font());
    int left = 0;
    const auto draw = [&](const QString& text, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(QRect(left, 0, width() - left, height()), int(Qt::AlignVCenter) | Qt::TextSingleLine, text);
        left += fontMetrics().horizontalAdvance(text);
    };
    const QString lead = tr("Not logged: ");
    const int room = width() - fontMetrics().horizontalAdvance(lead) - fontMetrics().horizontalAdvance(m_hint);
    draw(lead, m_theme.warn);
    draw(fontMetrics().elidedText(m_quoted, Qt::ElideRight, std::max(room, 0)), m_theme.text);
    draw(m_hint, hasFocus() || underMouse() ? m_theme.accent : m_theme.muted);
}

} // namespace warroom::timeline
