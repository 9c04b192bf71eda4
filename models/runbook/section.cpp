// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/section.h"

#include "runbook/heading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

constexpr int labelLevel = 7;
constexpr int choiceLevel = 8;

/// What a bold paragraph is the heading for; empty for any other paragraph. A time box may stand behind the bold.
QString labelOf(const Block& block)
{
    static const QRegularExpression behind(u"\\A\\s*(?:\\([^()]{1,40}\\))?\\s*:?\\s*\\z"_s);
    constexpr qsizetype longest = 120;
    if (block.kind != Block::Kind::Paragraph || block.spans.empty() || !(block.spans.front().looks & Span::Strong))
        return {};
    QString bold;
    QString rest;
    for (const Span& span : block.spans)
        (span.looks & Span::Strong && rest.trimmed().isEmpty() ? bold : rest) += span.text;
    if (bold.size() + rest.size() > longest || !behind.match(rest).hasMatch())
        return {};
    QString title = (bold + rest).simplified();
    title.replace(u":: "_s, u": "_s);
    return title.endsWith(u':') ? title.chopped(1).trimmed() : title;
}

struct Head {
    QString title;
    int level;
};

std::optional<Head> headOf(const Block& block)
{
    if (block.kind == Block::Kind::Heading)
        return Head{block.text().simplified(), block.level};
    const QString label = labelOf(block);
    if (label.isEmpty())
        return std::nullopt;
    return Head{label, isBranch(label) || isCondition(label) ? choiceLevel : labelLevel};
}

/// The section that begins at `at`, which afterwards is behind it.
Section read(const std::vector<Block>& blocks, std::size_t& at, Head head, int line)
{
    Section section{head.title, line, head.level, {}, {}};
    while (at < blocks.size()) {
        const std::optional<Head> next = headOf(blocks[at]);
        if (!next) {
            section.blocks.push_back(&blocks[at++]);
            continue;
        }
        if (next->level <= section.level)
            break;
        const int begin = blocks[at++].line;
        section.sections.push_back(read(blocks, at, *next, begin));
    }
    return section;
}

void gather(const Section& section, std::vector<const Block*>& all)
{
    all.insert(all.end(), section.blocks.begin(), section.blocks.end());
    for (const Section& each : section.sections)
        gather(each, all);
}

} // namespace

bool Section::isLabel() const { return level >= labelLevel; }

std::vector<const Block*> Section::allBlocks() const
{
    std::vector<const Block*> all;
    gather(*this, all);
    return all;
}

Section sectionsOf(const std::vector<Block>& blocks)
{
    std::size_t at = 0;
    return read(blocks, at, {QString(), 0}, 1);
}

} // namespace warroom::runbook
