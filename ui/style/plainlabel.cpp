// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/plainlabel.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace warroom::style {

PlainLabel::PlainLabel(QWidget* parent) : QLabel(parent) { setTextFormat(Qt::PlainText); }

PlainLabel::PlainLabel(const QFont& font, const QColor& colour, QWidget* parent, Fit fit) : PlainLabel(parent)
{
    setFont(font);
    setColour(colour);
    m_fit = fit;
    if (fit == Fit::Elided)
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void PlainLabel::setPlainToolTip(const QString& text) { setToolTip(plainToolTip(text)); }

void PlainLabel::setColour(const QColor& colour)
{
    QPalette own = palette();
    if (own.color(QPalette::WindowText) != colour) {
        own.setColor(QPalette::WindowText, colour);
        setPalette(own);
    }
}

QSize PlainLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return m_fit == Fit::Elided ? QSize(0, whole.height()) : whole;
}

void PlainLabel::paintEvent(QPaintEvent* event)
{
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    const QString cut = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, cut);
}

bool PlainLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

bool PlainLabel::isCut() const
{
    return m_fit == Fit::Elided && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QString plainToolTip(const QString& text)
{
    return text.isEmpty()
        ? QString()
        : QStringLiteral("<p style='white-space:pre-wrap'>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace warroom::style
