// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lineedit.h"

#include "style/fonts.h"
#include "timeline/linecolours.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace warroom::timeline {

namespace {

constexpr int maxLines = 6;

} // namespace

LineEdit::LineEdit(const style::Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent), m_colours(new LineColours(theme, document()))
{
    setFont(style::monoFont());
    setAccessibleName(tr("Line: say what happened"));
    setFrameShape(QFrame::NoFrame);
    setCursorWidth(2);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    // The caret is painted in the text's colour; the text itself gets its colours piece by piece.
    QPalette own = palette();
    own.setColor(QPalette::Text, theme.accent);
    own.setColor(QPalette::PlaceholderText, theme.muted);
    own.setColor(QPalette::Base, theme.raised);
    setPalette(own);
    connect(this, &QPlainTextEdit::textChanged, this, &LineEdit::compare);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        [this](const QSizeF&) { updateGeometry(); });
}

QSize LineEdit::sizeHint() const
{
    // The document of a plain text edit counts its height in lines.
    const int lines = int(std::lround(document()->size().height()));
    const int shown = std::clamp(lines, 1, maxLines);
    // As high as lines are laid out, which is whole pixels: where the last one does not fit, the edit scrolls by one.
    const QTextBlock first = document()->firstBlock();
    const qreal lineHeight = blockBoundingRect(first).height() / std::max(first.lineCount(), 1);
    return {200, int(std::ceil(shown * lineHeight)) + 1};
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
