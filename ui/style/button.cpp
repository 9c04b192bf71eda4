// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/button.h"

#include "style/contrast.h"
#include "style/fonts.h"

#include <QKeyEvent>
#include <QPainter>

namespace warroom::style {

namespace {

constexpr int sides = 13;
constexpr int between = 7;
constexpr int capSides = 6;
constexpr int buttonHeight = 34;
constexpr int largeHeight = 52;
constexpr int largeSides = 24;
constexpr int capHeight = 18;

int widthOf(const QFont& font, const QString& text) { return QFontMetrics(font).horizontalAdvance(text); }

} // namespace

Button::Button(const QString& text, const QString& keys, Tone tone, const Theme& theme, QWidget* parent)
    : QPushButton(text, parent), m_theme(theme), m_keys(keys), m_tone(tone), m_height(buttonHeight), m_sides(sides)
{
    setFont(bodyFont(13, tone == Tone::Plain ? QFont::Medium : QFont::DemiBold));
    setAccessibleName(keys.isEmpty() ? text : tr("%1 (%2)", "button, key").arg(text, keys));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
}

void Button::enlarge()
{
    setFont(bodyFont(18, QFont::Bold));
    m_height = largeHeight;
    m_sides = largeSides;
    updateGeometry();
}

QSize Button::sizeHint() const
{
    const int cap = m_keys.isEmpty() ? 0 : between + widthOf(monoFont(11), m_keys) + 2 * capSides;
    return {2 * m_sides + widthOf(font(), text()) + cap, m_height};
}

QColor Button::fill() const
{
    const QColor plain = m_tone == Tone::Accent ? m_theme.accent
        : m_tone == Tone::Danger                ? m_theme.bad
                                                : m_theme.raised;
    return isEnabled() ? plain : m_theme.raised;
}

void Button::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = isEnabled() && (hasFocus() || underMouse());
    const QColor ground = !isDown() ? fill() : m_tone == Tone::Plain ? m_theme.surface : fill().darker(115);
    const QColor ink = !isEnabled() ? m_theme.faint : m_tone == Tone::Plain ? m_theme.text : textOn(ground);
    const QColor edge = m_tone == Tone::Plain ? m_theme.line : ground;
    painter.setPen(QPen(marked ? (m_tone == Tone::Plain ? m_theme.accent : m_theme.text) : edge, marked ? 2 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.controlRadius, m_theme.controlRadius);

    painter.setFont(font());
    painter.setPen(ink);
    const int textWidth = widthOf(font(), text());
    painter.drawText(QRect(m_sides, 0, textWidth, height()), int(Qt::AlignVCenter) | Qt::TextSingleLine, text());
    if (m_keys.isEmpty())
        return;
    const QFont mono = monoFont(11);
    const int left = m_sides + textWidth + between;
    const QRectF cap(left, (height() - capHeight) / 2.0, widthOf(mono, m_keys) + 2 * capSides, capHeight);
    QColor line = ink;
    line.setAlphaF(0.35F);
    painter.setPen(m_tone == Tone::Plain ? m_theme.line : line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(mono);
    painter.setPen(m_tone == Tone::Plain ? m_theme.muted : ink);
    painter.drawText(cap, int(Qt::AlignCenter), m_keys);
}

} // namespace warroom::style
