// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/markdown.h"

#include <QHash>

#include <md4c.h>

#include <functional>

namespace warroom::runbook {

/// Builds the tree of blocks from what md4c tells. Deeper than anybody nests, an inner list counts to the outer one.
class BlockTree
{
public:
    explicit BlockTree(const SourceLines& source);

    int enter(MD_BLOCKTYPE type, const void* detail);
    int leave(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, const void* detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const char* begin, qsizetype size);

    Markdown take();

private:
    Block made(MD_BLOCKTYPE type, const void* detail);
    bool takes(const Block& block) const;
    void finish(Block& block);
    void place(const char* begin);
    void placeCode(Block& code, const char* begin);
    std::optional<int> lineOf(const char* begin) const;
    Block* forText();
    void append(const QString& text);
    void count(const Block& block);

    const SourceLines& m_source;
    std::vector<Block> m_open; ///< The first one is the document.
    std::vector<bool> m_taken; ///< For each block that md4c is in.
    std::vector<QString> m_targets;
    QHash<int, int> m_looks; ///< How many spans of each look are open.
    Counts m_counts;
    std::vector<Warning> m_warnings;
    int m_line = 1; ///< The last one that was told.
    int m_depth = 0; ///< Of lists, items and quotes.
    int m_blocks = 0;
    int m_codeLinesBefore = 0; ///< Blank lines of code that came before any text.
};

} // namespace warroom::runbook
