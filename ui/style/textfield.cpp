// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/textfield.h"

#include "style/fonts.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace warroom::style {

namespace {

// Padding and border of the style sheet.
constexpr int above = 9;

} // namespace

TextField::TextField(const QString& name, int maxLines, const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent), m_maxLines(maxLines)
{
    setAccessibleName(name);
    setFont(bodyFont());
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setCursorWidth(2);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    QPalette own = palette();
    own.setColor(QPalette::Base, theme.background);
    setPalette(own);
    if (maxLines == 1)
        setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        [this](const QSizeF&) { updateGeometry(); });
}

void TextField::setText(const QString& text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

QSize TextField::sizeHint() const
{
    const int lines = m_maxLines == 1 ? 1 : int(std::lround(document()->size().height()));
    const int shown = std::clamp(lines, 1, m_maxLines);
    return {200, int(std::ceil(shown * QFontMetricsF(font()).lineSpacing())) + 2 * above};
}

void TextField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    updateGeometry(); // lines break elsewhere now
}

void TextField::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        event->ignore(); // confirms the form
    else if (enter && m_maxLines == 1)
        Q_EMIT entered();
    else if (event->key() == Qt::Key_Escape || event->modifiers() == Qt::AltModifier)
        event->ignore(); // keys of the window's
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace warroom::style
