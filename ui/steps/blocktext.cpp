// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/blocktext.h"

#include "style/fonts.h"
#include "words/visible.h"

#include <QRegularExpression>
#include <QTextCursor>
#include <QTextTable>

#include <algorithm>

namespace warroom::steps {

using runbook::Block;
using runbook::Span;

namespace {

constexpr int indentWidth = 18;
constexpr qreal paragraphGap = 6;
constexpr qreal headingGap = 16;

/// Where a block stands in the lists around it.
struct Place {
    int indent = 0;
    QString mark; ///< Before the first text: "2." or "•".
};

/// Nobody reads a word of this length, and to lay it out takes the more the longer it is: the window would stand still.
constexpr qsizetype longestWord = 1000;

QString legible(const QString& text)
{
    static const QRegularExpression longer(QStringLiteral("\\S{%1,}").arg(longestWord + 1));
    QString legible = words::visible(text);
    QRegularExpressionMatch match = longer.match(legible);
    while (match.hasMatch()) {
        const QString shortened = words::shortened(match.captured(), longestWord);
        legible.replace(match.capturedStart(), match.capturedLength(), shortened);
        match = longer.match(legible, match.capturedStart() + shortened.size());
    }
    return legible;
}

class Writing
{
public:
    Writing(QTextCursor& cursor, const style::Theme& theme) : m_cursor(cursor), m_theme(theme) { }

    void write(const std::vector<Block>& blocks, const Place& place)
    {
        Place here = place;
        for (const Block& block : blocks) {
            write(block, here);
            here.mark.clear(); // stands before the first of them only
        }
    }

private:
    void write(const Block& block, const Place& place)
    {
        switch (block.kind) {
        case Block::Kind::Heading:
            begin(place, headingGap);
            spans(block.spans, bold());
            return;
        case Block::Kind::Paragraph:
        case Block::Kind::Cell:
            begin(place);
            spans(block.spans, plain());
            write(block.children, place);
            return;
        case Block::Kind::Code:
            begin(place);
            m_cursor.insertText(legible(block.code.trimmed()), code());
            return;
        case Block::Kind::List:
            list(block, place);
            return;
        case Block::Kind::Item:
        case Block::Kind::Quote:
            item(block, place);
            return;
        case Block::Kind::Table:
            table(block);
            return;
        case Block::Kind::Row:
            write(block.children, place);
            return;
        case Block::Kind::Rule:
            return;
        }
        Q_UNREACHABLE();
    }

    void list(const Block& block, const Place& place)
    {
        int number = block.start;
        for (const Block& item : block.children) {
            QString mark = block.ordered ? QStringLiteral("%1.").arg(number++) : QStringLiteral("•");
            if (item.done)
                mark = *item.done ? QStringLiteral("☑") : QStringLiteral("☐");
            write(item, {place.indent + 1, mark});
        }
    }

    void item(const Block& block, const Place& place)
    {
        if (!block.spans.empty()) {
            begin(place);
            spans(block.spans, plain());
        }
        write(block.children, {place.indent, block.spans.empty() ? place.mark : QString()});
    }

    /// The first row is the head.
    void table(const Block& block)
    {
        std::size_t columns = 0;
        for (const Block& row : block.children)
            columns = std::max(columns, row.children.size());
        if (columns == 0)
            return;
        QTextTableFormat format;
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(m_theme.line);
        format.setBorderCollapse(true);
        format.setCellPadding(4);
        QTextTable* table = m_cursor.insertTable(int(block.children.size()), int(columns), format);
        for (std::size_t row = 0; row < block.children.size(); ++row) {
            const std::vector<Block>& cells = block.children[row].children;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                m_cursor = table->cellAt(int(row), int(column)).firstCursorPosition();
                spans(cells[column].spans, row == 0 ? bold() : plain());
            }
        }
        m_cursor.movePosition(QTextCursor::End);
        m_isEmpty = false;
    }

    void begin(const Place& place, qreal gap = paragraphGap)
    {
        QTextBlockFormat format;
        format.setLeftMargin(place.indent * indentWidth);
        format.setTopMargin(m_isEmpty ? 0 : gap);
        if (m_isEmpty)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_isEmpty = false;
        if (!place.mark.isEmpty())
            m_cursor.insertText(place.mark + QChar(QChar::Nbsp), plain());
    }

    void spans(const std::vector<Span>& spans, const QTextCharFormat& base)
    {
        for (const Span& span : spans) {
            QTextCharFormat format = (span.looks & Span::Code) ? code() : base;
            if (span.looks & Span::Strong)
                format.setFontWeight(QFont::DemiBold);
            if (span.looks & Span::Emphasis)
                format.setFontItalic(true);
            if (span.looks & Span::Struck)
                format.setFontStrikeOut(true);
            const bool isLink = !span.target.isEmpty() && !(span.looks & Span::Image);
            if (isLink) {
                format.setAnchor(true);
                format.setAnchorHref(span.target);
                format.setForeground(m_theme.accent);
                format.setFontUnderline(true);
            }
            m_cursor.insertText(legible(span.text), format);
        }
    }

    QTextCharFormat plain() const
    {
        QTextCharFormat format;
        format.setFont(style::bodyFont(13));
        format.setForeground(m_theme.muted);
        return format;
    }
    QTextCharFormat bold() const
    {
        QTextCharFormat format;
        format.setFont(style::bodyFont(13, QFont::DemiBold));
        format.setForeground(m_theme.text);
        return format;
    }
    QTextCharFormat code() const
    {
        QTextCharFormat format;
        format.setFont(style::monoFont(12));
        format.setForeground(m_theme.text);
        return format;
    }

    QTextCursor& m_cursor;
    const style::Theme& m_theme;
    bool m_isEmpty = true;
};

} // namespace

void writeBlocks(QTextCursor& cursor, const std::vector<Block>& blocks, const style::Theme& theme)
{
    Writing(cursor, theme).write(blocks, {});
}

} // namespace warroom::steps
