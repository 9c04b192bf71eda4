// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/decisiontree.h"

#include "runbook/drawing.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// Larger ones are no drawings that somebody walks through.
constexpr qsizetype mostLines = 500;
constexpr qsizetype mostCharacters = 40'000;

bool isDrawing(const Block& block)
{
    const bool lines = std::ranges::any_of(block.code, [](QChar c) { return c == u'├' || c == u'└'; })
        || block.code.contains("|--"_L1) || block.code.contains("+--"_L1);
    return block.kind == Block::Kind::Code && block.code.size() <= mostCharacters && lines;
}

std::optional<std::chrono::seconds> limitIn(const QString& text)
{
    static const QRegularExpression form(
        u"\\b(?:in|within|under)\\s+(\\d{1,4})\\s*(s|secs?|seconds?|m|mins?|minutes?|h|hours?)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int count = match.captured(1).toInt();
    const QChar unit = match.captured(2).at(0).toLower();
    return std::chrono::seconds(unit == u's' ? count : unit == u'h' ? count * 3600 : count * 60);
}

void gather(const std::vector<Block>& blocks, QString& heading, std::vector<DecisionTree>& trees)
{
    for (const Block& block : blocks) {
        if (block.kind == Block::Kind::Heading)
            heading = block.text().simplified();
        gather(block.children, heading, trees);
        if (!isDrawing(block))
            continue;
        const Drawing drawing{block.code.split(u'\n').mid(0, mostLines), block.codeLine()};
        std::optional<DecisionTree> tree = boxedTree(drawing);
        if (!tree)
            tree = indentedTree(drawing);
        if (!tree)
            continue;
        tree->title = heading;
        tree->line = block.line;
        tree->drawing = block.code;
        trees.push_back(std::move(*tree));
    }
}

} // namespace

DecisionTree::Node treeNode(const QString& text, int line) { return {text, line, text.contains(u'?'), limitIn(text)}; }

std::vector<DecisionTree> treesIn(const std::vector<Block>& blocks)
{
    QString heading;
    std::vector<DecisionTree> trees;
    gather(blocks, heading, trees);
    return trees;
}

} // namespace warroom::runbook
