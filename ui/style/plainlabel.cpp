// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/plainlabel.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace warroom::style {

namespace {

constexpr int narrowest = 120; ///< That a text in several lines is to be read in.

} // namespace

PlainLabel::PlainLabel(QWidget* parent) : QLabel(parent) { setTextFormat(Qt::PlainText); }

PlainLabel::PlainLabel(const QFont& font, const QColor& colour, QWidget* parent, Fit fit) : PlainLabel(parent)
{
    setFont(font);
    setColour(colour);
    m_fit = fit;
    if (fit == Fit::Elided)
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void PlainLabel::setPlainToolTip(const QString& text) { style::setPlainToolTip(*this, text); }

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
    if (m_fit == Fit::Elided)
        return {0, whole.height()};
    return wordWrap() ? QSize(std::min(whole.width(), narrowest), whole.height()) : whole;
}

int PlainLabel::heightForWidth(int width) const
{
    if (!breaksWords(width))
        return QLabel::heightForWidth(width);
    const QMargins around = contentsMargins();
    QTextLayout layout;
    return layOut(layout, width - around.left() - around.right()) + around.top() + around.bottom();
}

bool PlainLabel::breaksWords(int width) const { return wordWrap() && QLabel::minimumSizeHint().width() > width; }

int PlainLabel::layOut(QTextLayout& layout, int width) const
{
    QTextOption option(alignment());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setText(QString(text()).replace(QLatin1Char('\n'), QChar::LineSeparator));
    layout.setFont(font());
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    return int(std::ceil(y));
}

void PlainLabel::paintEvent(QPaintEvent* event)
{
    const bool breaks = breaksWords(width());
    if (!isCut() && !breaks) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    if (breaks) {
        QTextLayout layout;
        layOut(layout, contentsRect().width());
        layout.draw(&painter, contentsRect().topLeft());
        return;
    }
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

void setPlainToolTip(QWidget& widget, const QString& text)
{
    widget.setToolTip(plainToolTip(text));
    widget.setAccessibleDescription(text); // else a screen reader gets the tool tip with its markup
}

} // namespace warroom::style
