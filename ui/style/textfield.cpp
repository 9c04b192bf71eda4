// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/textfield.h"

#include "style/fonts.h"

#include <QKeyEvent>

namespace warroom::style {

namespace {

// Padding and border of the style sheet.
constexpr int above = 9;

} // namespace

TextField::TextField(const QString& name, int maxLines, const Theme& theme, QWidget* parent)
    : GrowingEdit(bodyFont(), theme.background, maxLines, 2 * above, parent)
{
    setAccessibleName(name);
    setTabChangesFocus(true);
    if (maxLines == 1)
        setLineWrapMode(QPlainTextEdit::NoWrap);
}

void TextField::setText(const QString& text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

void TextField::focusInEvent(QFocusEvent* event)
{
    GrowingEdit::focusInEvent(event);
    const bool tabbed = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (tabbed && maxLines() == 1)
        selectAll();
}

void TextField::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        event->ignore(); // confirms the form
    else if (enter && maxLines() == 1)
        Q_EMIT entered();
    else if (event->key() == Qt::Key_Escape || event->modifiers() == Qt::AltModifier)
        event->ignore(); // keys of the window's
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace warroom::style
