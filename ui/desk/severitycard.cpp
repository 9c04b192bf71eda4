// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/severitycard.h"

#include "style/contrast.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "words/visible.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace warroom::desk {

namespace {

constexpr int inset = 13;
constexpr int badgeHeight = 20;
constexpr int mostLines = 9;

int linesOf(const QString& text, const QFont& font, int width)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine(), ++lines)
        line.setLineWidth(width);
    layout.endLayout();
    return lines;
}

/// The text in as many lines as fit, the last one cut.
void paintWrapped(QPainter& painter, const QRect& where, const QString& text, const QFont& font)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    layout.beginLayout();
    int y = where.top();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(where.width());
        const bool last = y + 2 * metrics.lineSpacing() > where.bottom();
        const QString rest = text.mid(line.textStart(), last ? -1 : line.textLength());
        painter.drawText(QRect(where.left(), y, where.width(), metrics.lineSpacing()), int(Qt::AlignVCenter),
            last ? metrics.elidedText(rest, Qt::ElideRight, where.width()) : rest.trimmed());
        y += metrics.lineSpacing();
        if (last)
            break;
    }
    layout.endLayout();
}

} // namespace

SeverityCard::SeverityCard(
    const playbook::Severity& severity, const QString& key, const style::Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_severity(severity), m_key(key), m_theme(theme), m_colour(severity.colour)
{
    if (!m_colour.isValid())
        m_colour = theme.bad;
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(words::visible(severity.label));
    setAccessibleName(
        tr("%1 %2 (%3)", "label, name, key").arg(words::visible(severity.label), words::visible(severity.name), key));
    setAccessibleDescription(criteria());
    setToolTip(style::plainToolTip(words::visible(severity.criteria.join(QLatin1Char('\n')))));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int SeverityCard::heightForWidth(int width) const
{
    const QFont font = style::bodyFont(12);
    const int lines = std::min(linesOf(criteria(), font, width - 2 * inset), mostLines);
    return std::max(2 * inset + badgeHeight + 4 + lines * QFontMetrics(font).lineSpacing() + 1, least);
}

QString SeverityCard::criteria() const
{
    const QString all =
        m_severity.criteria.isEmpty() ? m_severity.meaning : m_severity.criteria.join(QStringLiteral(" · "));
    return words::visible(all);
}

void SeverityCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = isChecked() || hasFocus();
    painter.setPen(QPen(isChecked() ? m_colour : hasFocus() ? m_theme.accent : m_theme.line, marked ? 2 : 1));
    painter.setBrush(isChecked() ? m_theme.raised : m_theme.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.controlRadius, m_theme.controlRadius);

    QRect inside = rect().adjusted(inset, 11, -inset, -8);
    const QFont badge = style::bodyFont(14, QFont::Bold);
    const QRect label(inside.left(), inside.top(), QFontMetrics(badge).horizontalAdvance(text()) + 14, badgeHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawRoundedRect(label, 4, 4);
    painter.setFont(badge);
    painter.setPen(style::textOn(m_colour));
    painter.drawText(label, int(Qt::AlignCenter), text());

    const QFont mono = style::monoFont(11);
    const QRect cap(inside.right() - QFontMetrics(mono).horizontalAdvance(m_key) - 10, inside.top() + 1,
        QFontMetrics(mono).horizontalAdvance(m_key) + 11, badgeHeight - 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme.line);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(mono);
    painter.setPen(m_theme.muted);
    painter.drawText(cap, int(Qt::AlignCenter), m_key);

    const QFont name = style::bodyFont(14, QFont::DemiBold);
    const QRect title(label.right() + 9, inside.top(), cap.left() - label.right() - 16, badgeHeight);
    painter.setFont(name);
    painter.setPen(m_theme.text);
    painter.drawText(title, int(Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(name).elidedText(words::visible(m_severity.name), Qt::ElideRight, title.width()));

    const QFont small = style::bodyFont(12);
    painter.setFont(small);
    painter.setPen(m_theme.muted);
    paintWrapped(painter, inside.adjusted(0, badgeHeight + 4, 0, 0), criteria(), small);
}

} // namespace warroom::desk
