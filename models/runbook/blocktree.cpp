// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/blocktree.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

constexpr int deepest = 60;
constexpr int mostBlocks = 300'000;
constexpr std::size_t mostColumns = 200;

bool isContainer(Block::Kind kind)
{
    return kind == Block::Kind::List || kind == Block::Kind::Item || kind == Block::Kind::Quote;
}

QString textOf(const MD_ATTRIBUTE& attribute) { return QString::fromUtf8(attribute.text, attribute.size); }

/// "bash" of "bash,linenos", "{.bash}" and "Bash # on the node".
QString languageOf(const QString& info)
{
    const auto begin = std::ranges::find_if(info, [](QChar c) { return c.isLetterOrNumber(); });
    const auto end = std::find_if(begin, info.end(), [](QChar c) { return c.isSpace() || u",{}:;"_s.contains(c); });
    return QStringView(begin, end).toString().toLower();
}

QString character(const QByteArray& entity)
{
    static const QHash<QByteArray, char16_t> named{{"&amp;", u'&'}, {"&lt;", u'<'}, {"&gt;", u'>'}, {"&quot;", u'"'},
        {"&apos;", u'\''}, {"&nbsp;", u'\u00a0'}, {"&ndash;", u'–'}, {"&mdash;", u'—'}, {"&hellip;", u'…'},
        {"&rarr;", u'→'}, {"&larr;", u'←'}, {"&copy;", u'©'}, {"&reg;", u'®'}, {"&trade;", u'™'}, {"&times;", u'×'},
        {"&bull;", u'•'}, {"&middot;", u'·'}, {"&deg;", u'°'}, {"&le;", u'≤'}, {"&ge;", u'≥'}, {"&ne;", u'≠'}};
    if (!entity.startsWith("&#"))
        return named.contains(entity) ? QString(QChar(named.value(entity))) : QString::fromUtf8(entity);
    const bool hex = entity.size() > 3 && (entity[2] == 'x' || entity[2] == 'X');
    const uint code = entity.mid(hex ? 3 : 2).chopped(1).toUInt(nullptr, hex ? 16 : 10);
    const bool valid = code > 0 && code <= QChar::LastValidCodePoint && (code < 0xd800 || code > 0xdfff);
    const char32_t point = valid ? code : U'\ufffd';
    return QString::fromUcs4(&point, 1);
}

/// A second box behind the first: "[ ] [ ] Page the lead".
void dropFurtherBoxes(std::vector<Span>& spans)
{
    const auto isBox = [](const QString& text) {
        return text.size() > 3 && text[0] == u'[' && u" xX"_s.contains(text[1]) && text[2] == u']' && text[3] == u' ';
    };
    while (!spans.empty() && isBox(spans.front().text))
        spans.front().text = spans.front().text.mid(3).trimmed();
}

bool isBoxLine(QStringView line)
{
    line = line.trimmed();
    const qsizetype box = line.indexOf("[ ] "_L1) >= 0 ? line.indexOf("[ ] "_L1) : line.indexOf("[x] "_L1);
    if (box < 2 || box > 6)
        return false;
    const QStringView mark = line.first(box - 1);
    const bool bullet = mark.size() == 1 && u"-*+"_s.contains(mark.front());
    const bool numbered = mark.size() > 1 && (mark.back() == u'.' || mark.back() == u')')
        && std::ranges::all_of(mark.chopped(1), [](QChar c) { return c.isDigit(); });
    return line[box - 1] == u' ' && (bullet || numbered);
}

int look(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG:
        return Span::Strong;
    case MD_SPAN_EM:
        return Span::Emphasis;
    case MD_SPAN_DEL:
        return Span::Struck;
    case MD_SPAN_CODE:
        return Span::Code;
    case MD_SPAN_IMG:
        return Span::Image;
    default:
        return Span::Plain;
    }
}

} // namespace

BlockTree::BlockTree(const SourceLines& source) : m_source(source) { m_open.emplace_back(); }

Block BlockTree::made(MD_BLOCKTYPE type, const void* detail)
{
    Block block;
    switch (type) {
    case MD_BLOCK_H:
        block.kind = Block::Kind::Heading;
        block.level = int(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
    case MD_BLOCK_QUOTE:
        block.kind = Block::Kind::Quote;
        break;
    case MD_BLOCK_UL:
        block.kind = Block::Kind::List;
        break;
    case MD_BLOCK_OL:
        block.kind = Block::Kind::List;
        block.ordered = true;
        block.start = int(std::min(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start, 999'999'999u));
        break;
    case MD_BLOCK_LI: {
        block.kind = Block::Kind::Item;
        const auto* item = static_cast<const MD_BLOCK_LI_DETAIL*>(detail);
        if (item->is_task)
            block.done = item->task_mark != ' ';
        break;
    }
    case MD_BLOCK_CODE: {
        block.kind = Block::Kind::Code;
        const auto* code = static_cast<const MD_BLOCK_CODE_DETAIL*>(detail);
        block.fenced = code->fence_char != 0;
        block.language = languageOf(textOf(code->lang));
        block.line = lineOf(code->info.text).value_or(0);
        break;
    }
    case MD_BLOCK_TABLE:
        block.kind = Block::Kind::Table;
        break;
    case MD_BLOCK_TR:
        block.kind = Block::Kind::Row;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        block.kind = Block::Kind::Cell;
        break;
    case MD_BLOCK_HR:
        block.kind = Block::Kind::Rule;
        break;
    default:
        break;
    }
    return block;
}

bool BlockTree::takes(const Block& block) const
{
    if (isContainer(block.kind))
        return m_depth < deepest;
    return block.kind != Block::Kind::Cell || m_open.back().children.size() < mostColumns;
}

int BlockTree::enter(MD_BLOCKTYPE type, const void* detail)
{
    // Head and body of a table are only rows here, and the document is open from the start.
    if (type == MD_BLOCK_DOC || type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) {
        m_taken.push_back(false);
        return 0;
    }
    if (++m_blocks > mostBlocks) {
        m_warnings.push_back({m_line, Warning::Code::CutOff, {}});
        return 1;
    }
    Block block = made(type, detail);
    m_taken.push_back(takes(block));
    m_codeLinesBefore = 0;
    if (!m_taken.back())
        return 0;
    m_depth += isContainer(block.kind);
    m_open.push_back(std::move(block));
    return 0;
}

int BlockTree::leave(MD_BLOCKTYPE)
{
    const bool taken = m_taken.back();
    m_taken.pop_back();
    if (!taken)
        return 0;
    Block block = std::move(m_open.back());
    m_open.pop_back();
    m_depth -= isContainer(block.kind);
    finish(block);
    m_open.back().children.push_back(std::move(block));
    return 0;
}

void BlockTree::finish(Block& block)
{
    if (block.line == 0)
        block.line = m_line;
    if (block.done && !block.children.empty() && block.children.front().kind == Block::Kind::Paragraph)
        dropFurtherBoxes(block.children.front().spans);
    count(block);
}

void BlockTree::count(const Block& block)
{
    m_counts.headings += block.kind == Block::Kind::Heading;
    m_counts.codeBlocks += block.kind == Block::Kind::Code;
    m_counts.tables += block.kind == Block::Kind::Table;
    m_counts.tasks += block.done.has_value();
    const bool mayBeTemplate = block.kind == Block::Kind::Code
        && (block.language.isEmpty() || block.language == "markdown"_L1 || block.language == "md"_L1);
    if (mayBeTemplate && block.code.contains(u'['))
        for (const QStringView line : QStringView(block.code).tokenize(u'\n'))
            m_counts.tasks += isBoxLine(line);
}

std::optional<int> BlockTree::lineOf(const char* begin) const
{
    // md4c also tells texts of its own, such as indentation.
    const char* first = m_source.markdown().constData();
    const std::less<const char*> isBefore;
    if (!begin || isBefore(begin, first) || !isBefore(begin, first + m_source.markdown().size()))
        return std::nullopt;
    return m_source.lineAt(begin - first);
}

void BlockTree::place(const char* begin)
{
    const std::optional<int> line = lineOf(begin);
    if (!line)
        return;
    m_line = *line;
    for (auto block = m_open.rbegin(); block != m_open.rend() && block->line == 0; ++block)
        block->line = m_line;
}

void BlockTree::placeCode(Block& code, const char* begin)
{
    const std::optional<int> line = lineOf(begin);
    if (code.line == 0 && line)
        code.line = *line - m_codeLinesBefore - (code.fenced ? 1 : 0);
    if (!line && code.line == 0 && *begin == '\n')
        ++m_codeLinesBefore;
    m_line = std::max(m_line, line.value_or(code.line));
    for (auto block = m_open.rbegin() + 1; code.line > 0 && block != m_open.rend() && block->line == 0; ++block)
        block->line = code.line;
}

void BlockTree::enterSpan(MD_SPANTYPE type, const void* detail)
{
    if (type == MD_SPAN_A)
        m_targets.push_back(textOf(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
    if (type == MD_SPAN_IMG)
        m_targets.push_back(textOf(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src));
    ++m_looks[look(type)];
}

void BlockTree::leaveSpan(MD_SPANTYPE type)
{
    if (type == MD_SPAN_A || type == MD_SPAN_IMG)
        m_targets.pop_back();
    --m_looks[look(type)];
}

void BlockTree::text(MD_TEXTTYPE type, const char* begin, qsizetype size)
{
    if (m_open.back().kind == Block::Kind::Code) {
        placeCode(m_open.back(), begin);
        m_open.back().code += QString::fromUtf8(begin, size);
        return;
    }
    switch (type) {
    case MD_TEXT_NULLCHAR:
        append(QString(QChar(QChar::ReplacementCharacter)));
        break;
    case MD_TEXT_BR:
        append(u"\n"_s);
        break;
    case MD_TEXT_SOFTBR:
        append(u" "_s);
        break;
    case MD_TEXT_ENTITY:
        place(begin);
        append(character(QByteArray(begin, size)));
        break;
    default:
        place(begin);
        append(QString::fromUtf8(begin, size));
        break;
    }
}

/// The block that text goes into. That of a tight item comes without a paragraph around it.
Block* BlockTree::forText()
{
    Block& top = m_open.back();
    switch (top.kind) {
    case Block::Kind::Paragraph:
    case Block::Kind::Heading:
    case Block::Kind::Cell:
        return m_open.size() > 1 ? &top : nullptr;
    case Block::Kind::Item:
        if (top.children.empty() || top.children.back().kind != Block::Kind::Paragraph) {
            ++m_blocks;
            top.children.emplace_back();
            top.children.back().line = m_line;
        }
        return &top.children.back();
    default:
        return nullptr;
    }
}

void BlockTree::append(const QString& text)
{
    Block* block = forText();
    if (!block)
        return;
    int looks = Span::Plain;
    for (const int each : {Span::Strong, Span::Emphasis, Span::Struck, Span::Code, Span::Image})
        looks |= m_looks.value(each) > 0 ? each : Span::Plain;
    const QString target = m_targets.empty() ? QString() : m_targets.back();
    std::vector<Span>& spans = block->spans;
    if (!spans.empty() && spans.back().looks == looks && spans.back().target == target)
        spans.back().text += text;
    else
        spans.push_back({text, looks, target});
}

Markdown BlockTree::take()
{
    // Where the parser was stopped, blocks are still open.
    while (m_open.size() > 1) {
        Block block = std::move(m_open.back());
        m_open.pop_back();
        finish(block);
        m_open.back().children.push_back(std::move(block));
    }
    return {std::move(m_open.front().children), m_counts, std::move(m_warnings)};
}

} // namespace warroom::runbook
