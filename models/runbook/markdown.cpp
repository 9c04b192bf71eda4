// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/markdown.h"

#include "runbook/blocktree.h"

namespace warroom::runbook {

namespace {

BlockTree& tree(void* data) { return *static_cast<BlockTree*>(data); }

int enterBlock(MD_BLOCKTYPE type, void* detail, void* data) { return tree(data).enter(type, detail); }
int leaveBlock(MD_BLOCKTYPE type, void*, void* data) { return tree(data).leave(type); }

int enterSpan(MD_SPANTYPE type, void* detail, void* data)
{
    tree(data).enterSpan(type, detail);
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void*, void* data)
{
    tree(data).leaveSpan(type);
    return 0;
}

int text(MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* data)
{
    tree(data).text(type, begin, qsizetype(size));
    return 0;
}

} // namespace

Markdown parse(const SourceLines& source)
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTML;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = text;
    BlockTree blocks(source);
    md_parse(source.markdown().constData(), MD_SIZE(source.markdown().size()), &parser, &blocks);
    return blocks.take();
}

} // namespace warroom::runbook
