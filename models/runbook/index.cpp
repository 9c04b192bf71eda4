// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/index.h"

#include "runbook/heading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// "kube pod" of "Kube-Pod!", each word behind a space.
QString folded(const QString& text)
{
    const QString small = text.toCaseFolded();
    QString words;
    bool inWord = false;
    for (const QChar c : small) {
        if (!c.isLetterOrNumber()) {
            inWord = false;
            continue;
        }
        if (!inWord)
            words += u' ';
        words += c;
        inWord = true;
    }
    return words;
}

void gather(const std::vector<Block>& blocks, Findable& into)
{
    for (const Block& block : blocks) {
        if (block.kind == Block::Kind::Heading)
            into.headings += block.text().simplified();
        into.words += folded(block.text());
        gather(block.children, into);
    }
}

Findable findable(const Runbook& runbook)
{
    if (runbook.steps.empty())
        return {};
    Findable found{runbook.title, {}, folded(runbook.title)};
    for (const Part& part : runbook.parts) {
        found.headings += part.title;
        found.words += folded(part.title);
        gather(part.blocks, found);
    }
    return found;
}

Findable findable(const DecisionTree& tree, const QString& document)
{
    Findable found{tree.title.isEmpty() ? document : tree.title, {}, {}};
    found.words = folded(found.title);
    for (const DecisionTree::Node& node : tree.nodes)
        found.words += folded(node.text) + folded(node.acts.join(u' '));
    return found;
}

/// Nothing where it is one runbook, which says the same.
std::optional<Findable> textOf(const Document& document)
{
    const auto withSteps =
        std::ranges::count_if(document.runbooks, [](const Runbook& runbook) { return !runbook.steps.empty(); });
    if (withSteps == 1 && document.trees.empty())
        return std::nullopt;
    Findable found{document.title, {}, folded(document.title)};
    gather(document.blocks, found);
    return found;
}

} // namespace

std::optional<int> Indexed::runbookAt(const QString& anchor) const
{
    std::optional<int> first;
    std::optional<int> above;
    for (int number = 0; number < int(runbooks.size()); ++number) {
        const QString& title = runbooks[std::size_t(number)].title;
        if (title.isEmpty())
            continue;
        first = first.value_or(number);
        const qsizetype place = entry.anchors.indexOf(anchorOf(title));
        if (place >= 0 && place <= entry.anchors.indexOf(anchor))
            above = number;
    }
    return above ? above : first;
}

bool holds(const QString& words, const QString& wanted)
{
    constexpr qsizetype shortest = 3;
    const QStringList all = folded(wanted).split(u' ', Qt::SkipEmptyParts);
    return !all.isEmpty() && std::ranges::all_of(all, [&](const QString& word) {
        const QString begin = u' ' + word;
        return word.size() >= shortest ? words.contains(begin) : (words + u' ').contains(begin + u' ');
    });
}

Indexed indexed(const QString& path, const Document& document)
{
    Indexed indexed{{path, document.title, document.anchors}, document.frontMatter.reviewed};
    for (const Runbook& runbook : document.runbooks)
        indexed.runbooks.push_back(findable(runbook));
    for (const DecisionTree& tree : document.trees)
        indexed.trees.push_back(findable(tree, document.title));
    indexed.text = textOf(document);
    return indexed;
}

void Index::put(Indexed file)
{
    const QString path = file.entry.path;
    m_files.insert_or_assign(path, std::move(file));
}

void Index::remove(const QString& path) { m_files.erase(path); }

} // namespace warroom::runbook
