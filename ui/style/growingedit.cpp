// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/growingedit.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace warroom::style {

GrowingEdit::GrowingEdit(const QFont& font, const QColor& ground, int maxLines, int around, QWidget* parent)
    : QPlainTextEdit(parent), m_maxLines(maxLines), m_around(around)
{
    setFont(font);
    setFrameShape(QFrame::NoFrame);
    setCursorWidth(2);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    // To a document that is a change, which nobody typed.
    document()->clearUndoRedoStacks();
    document()->setModified(false);
    viewport()->setAutoFillBackground(false);
    QPalette own = palette();
    own.setColor(QPalette::Base, ground);
    setPalette(own);
    // The space that a line breaks at hangs over its end, and the edit would scroll to a cursor behind it.
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (lineWrapMode() != QPlainTextEdit::NoWrap)
            horizontalScrollBar()->setValue(0);
    });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        [this](const QSizeF&) { updateGeometry(); });
}

QSize GrowingEdit::sizeHint() const
{
    // The document of a plain text edit counts its height in lines.
    const int lines = m_maxLines == 1 ? 1 : int(std::lround(document()->size().height()));
    const int shown = std::clamp(lines, 1, m_maxLines);
    // As high as lines are laid out, which is whole pixels: where the last one does not fit, the edit scrolls by one.
    const QTextBlock first = document()->firstBlock();
    const qreal lineHeight = blockBoundingRect(first).height() / std::max(first.lineCount(), 1);
    return {200, int(std::ceil(shown * lineHeight)) + 1 + m_around};
}

void GrowingEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    updateGeometry(); // lines break elsewhere now
}

} // namespace warroom::style
