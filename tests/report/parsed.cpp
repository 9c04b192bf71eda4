// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/parsed.h"

#include <QStringDecoder>
#include <QTest>

#include <md4c.h>

using namespace Qt::StringLiterals;

namespace warroom::tests {

namespace {

/// QString::fromUtf8 would take a U+FEFF at the start of a piece for a byte order mark.
QString fromUtf8(const MD_CHAR* text, MD_SIZE size)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decode(QByteArrayView(text, size));
}

QString decoded(const QString& entity)
{
    if (entity == u"&#32;"_s)
        return u" "_s;
    if (entity == u"&#9;"_s)
        return u"\t"_s;
    return u"ENTITY "_s + entity;
}

/// Collects what md4c reports.
class Reader
{
public:
    Parsed parsed;

    void enterBlock(MD_BLOCKTYPE type, void* detail)
    {
        switch (type) {
        case MD_BLOCK_DOC:
        case MD_BLOCK_TABLE:
        case MD_BLOCK_THEAD:
        case MD_BLOCK_TBODY:
            break;
        case MD_BLOCK_UL:
            m_numbers.push_back(bullet);
            break;
        case MD_BLOCK_OL:
            m_numbers.push_back(static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start));
            break;
        case MD_BLOCK_LI:
            if (m_numbers.size() > 1 || static_cast<MD_BLOCK_LI_DETAIL*>(detail)->is_task)
                parsed.active += u"nested or task list"_s;
            begin({Block::Kind::Point, {}, m_numbers.back(), {}});
            m_numbers.back() += m_numbers.back() == bullet ? 0 : 1;
            break;
        case MD_BLOCK_H:
            begin({Block::Kind::Heading, {}, int(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level), {}});
            break;
        case MD_BLOCK_P:
            if (!m_numbers.empty())
                parsed.active += u"paragraph in a list"_s;
            begin({Block::Kind::Paragraph, {}, 0, {}});
            break;
        case MD_BLOCK_CODE: {
            const auto* code = static_cast<MD_BLOCK_CODE_DETAIL*>(detail);
            if (!code->fence_char)
                parsed.active += u"indented code"_s;
            begin({Block::Kind::Code, {}, 0, fromUtf8(code->info.text, code->info.size)});
            break;
        }
        case MD_BLOCK_TR:
            parsed.rows.push_back({});
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            begin({Block::Kind::Cell, {}, 0, {}});
            break;
        case MD_BLOCK_QUOTE:
        case MD_BLOCK_HR:
        case MD_BLOCK_HTML:
            parsed.active += u"block %1"_s.arg(type);
            begin({Block::Kind::Other, {}, 0, {}});
            break;
        }
    }

    void leaveBlock(MD_BLOCKTYPE type)
    {
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
            m_numbers.pop_back();
        if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
            parsed.rows.back() += parsed.blocks.back().text;
    }

    void enterSpan(MD_SPANTYPE type)
    {
        if (type == MD_SPAN_STRONG)
            parsed.strong += QString();
        else if (type == MD_SPAN_EM)
            parsed.emphasised += QString();
        else
            parsed.active += u"span %1"_s.arg(type);
        m_spans.push_back(type);
    }

    void leaveSpan() { m_spans.pop_back(); }

    void text(MD_TEXTTYPE type, const QString& text)
    {
        switch (type) {
        case MD_TEXT_NORMAL:
        case MD_TEXT_CODE:
            add(text);
            break;
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            add(u"\n"_s);
            break;
        case MD_TEXT_ENTITY:
            add(decoded(text));
            break;
        case MD_TEXT_HTML:
            if (text == u"<br>"_s)
                add(u"\n"_s);
            else
                parsed.active += u"HTML "_s + text;
            break;
        case MD_TEXT_NULLCHAR:
        case MD_TEXT_LATEXMATH:
            parsed.active += u"text %1"_s.arg(type);
            break;
        }
    }

private:
    void begin(const Block& block) { parsed.blocks.push_back(block); }

    void add(const QString& text)
    {
        if (parsed.blocks.empty())
            begin({});
        parsed.blocks.back().text += text;
        if (!m_spans.empty() && m_spans.back() == MD_SPAN_STRONG)
            parsed.strong.back() += text;
        if (!m_spans.empty() && m_spans.back() == MD_SPAN_EM)
            parsed.emphasised.back() += text;
    }

    std::vector<int> m_numbers;
    std::vector<MD_SPANTYPE> m_spans;
};

Reader& reader(void* userdata) { return *static_cast<Reader*>(userdata); }

} // namespace

QStringList Parsed::texts(Block::Kind kind) const
{
    QStringList texts;
    for (const Block& block : blocks) {
        if (block.kind == kind)
            texts += block.text;
    }
    return texts;
}

Parsed parse(const QString& markdown)
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_LATEXMATHSPANS
        | MD_FLAG_WIKILINKS | MD_FLAG_PERMISSIVEAUTOLINKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
        reader(data).enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
        reader(data).leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* data) {
        reader(data).enterSpan(type);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE, void*, void* data) {
        reader(data).leaveSpan();
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
        reader(data).text(type, fromUtf8(text, size));
        return 0;
    };
    const QByteArray utf8 = markdown.toUtf8();
    Reader read;
    if (md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &read) != 0)
        read.parsed.active += u"not read"_s;
    return std::move(read.parsed);
}

QString withSpaces(const QString& code)
{
    QStringList lines = code.split(u'\n');
    for (QString& line : lines) {
        qsizetype column = 0;
        qsizetype at = 0;
        for (; at < line.size() && (line[at] == u' ' || line[at] == u'\t'); ++at)
            column = line[at] == u'\t' ? (column / 4 + 1) * 4 : column + 1;
        line = QString(column, u' ') + line.sliced(at);
    }
    return lines.join(u'\n');
}

char* toString(const Block& block)
{
    return QTest::toString(
        u"%1 %2 [%3] %4"_s.arg(int(block.kind)).arg(block.number).arg(block.info, QString(block.text)));
}

} // namespace warroom::tests
