// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lineedit.h"

#include "style/fonts.h"
#include "timeline/linecolours.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextLayout>

namespace warroom::timeline {

namespace {

constexpr int mostLines = 6;

} // namespace

LineEdit::LineEdit(const style::Theme& theme, QWidget* parent)
    : GrowingEdit(style::monoFont(), theme.raised, mostLines, 0, parent), m_colours(new LineColours(theme, document()))
{
    setAccessibleName(tr("Line: say what happened"));
    // The caret is painted in the text's colour; the text itself gets its colours piece by piece.
    QPalette own = palette();
    own.setColor(QPalette::Text, theme.accent);
    own.setColor(QPalette::PlaceholderText, theme.muted);
    setPalette(own);
    connect(document(), &QTextDocument::contentsChange, this,
        [this](int at, int removed, int) { m_replaced = at == 0 && removed >= m_text.size(); });
    connect(this, &QPlainTextEdit::textChanged, this, &LineEdit::compare);
}

void LineEdit::colour(const std::vector<capture::Span>& spans) { m_colours->show(spans); }

void LineEdit::compare()
{
    const QString text = toPlainText();
    if (text != m_text) {
        m_text = text;
        Q_EMIT edited();
    }
}

void LineEdit::replace(int start, int length, const QString& text)
{
    QTextCursor cursor(document());
    cursor.setPosition(start);
    cursor.setPosition(start + length, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    setTextCursor(cursor);
}

bool LineEdit::isTypedOver() const
{
    // What is still being composed is not in the text yet, and has taken its place already.
    const bool composing = !textCursor().block().layout()->preeditAreaText().isEmpty();
    return m_replaced && (composing || !m_text.isEmpty());
}

bool LineEdit::event(QEvent* event)
{
    // Esc means something here before it means something to the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

bool LineEdit::takenBySuggestions(QKeyEvent* event)
{
    if (!m_suggesting || event->modifiers() != Qt::NoModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Tab:
        Q_EMIT suggestionTaken();
        return true;
    case Qt::Key_Up:
        Q_EMIT suggestionMoved(-1);
        return true;
    case Qt::Key_Down:
        Q_EMIT suggestionMoved(1);
        return true;
    default:
        return false;
    }
}

bool LineEdit::takenByEmptyLine(QKeyEvent* event)
{
    if (!document()->isEmpty())
        return false;
    if (event->matches(QKeySequence::Undo)) {
        // Not by a key that is held to undo typing. What was typed before is no longer what Redo is about.
        if (!event->isAutoRepeat()) {
            document()->clearUndoRedoStacks();
            Q_EMIT takeBackAsked();
        }
        return true;
    }
    if (event->matches(QKeySequence::Redo) && !document()->isRedoAvailable()) {
        Q_EMIT sayAgainAsked();
        return true;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier) {
        Q_EMIT lastAsked();
        return true;
    }
    return false;
}

void LineEdit::keyPressEvent(QKeyEvent* event)
{
    if (takenBySuggestions(event) || takenByEmptyLine(event))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (enter && modifiers == Qt::NoModifier) {
        Q_EMIT entered();
    } else if (enter && modifiers == Qt::ShiftModifier) {
        insertPlainText(QStringLiteral("\n"));
        ensureCursorVisible();
    } else if (enter) {
        event->ignore();
    } else if (modifiers == Qt::AltModifier) {
        event->ignore(); // a key of the window's, never a letter
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
    } else if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) {
        QWidget::focusNextPrevChild(event->key() == Qt::Key_Tab);
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

} // namespace warroom::timeline
