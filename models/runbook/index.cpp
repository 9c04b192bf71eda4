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

void gather(const std::vector<Block>& blocks, Indexed& indexed)
{
    for (const Block& block : blocks) {
        if (block.kind == Block::Kind::Heading)
            indexed.headings += block.text().simplified();
        indexed.text += folded(block.text());
        gather(block.children, indexed);
    }
}

bool holds(const QString& text, const QStringList& words)
{
    constexpr qsizetype shortest = 3;
    return std::ranges::all_of(words, [&](const QString& word) {
        const QString begin = u' ' + word;
        return word.size() >= shortest ? text.contains(begin) : (text + u' ').contains(begin + u' ');
    });
}

} // namespace

std::optional<int> Indexed::runbookAt(const QString& anchor) const
{
    std::optional<int> first;
    std::optional<int> above;
    for (int number = 0; number < runbooks.size(); ++number) {
        if (runbooks[number].isEmpty())
            continue;
        first = first.value_or(number);
        const qsizetype place = entry.anchors.indexOf(anchorOf(runbooks[number]));
        if (place >= 0 && place <= entry.anchors.indexOf(anchor))
            above = number;
    }
    return above ? above : first;
}

Indexed indexed(const QString& path, const Document& document)
{
    Indexed indexed{
        {path, document.title, document.anchors}, document.frontMatter.reviewed, {}, folded(document.title), 0};
    gather(document.blocks, indexed);
    for (const Runbook& runbook : document.runbooks) {
        indexed.steps += int(runbook.steps.size());
        indexed.runbooks += runbook.steps.empty() ? QString() : runbook.title;
    }
    for (const DecisionTree& tree : document.trees)
        indexed.trees += tree.title.isEmpty() ? document.title : tree.title;
    return indexed;
}

void Index::put(Indexed runbook)
{
    const QString path = runbook.entry.path;
    m_runbooks.insert_or_assign(path, std::move(runbook));
}

void Index::remove(const QString& path) { m_runbooks.erase(path); }

std::vector<Hit> Index::search(const QString& words) const
{
    const QStringList wanted = folded(words).split(u' ', Qt::SkipEmptyParts);
    std::array<std::vector<Hit>, 3> byPlace; // Title, heading, text.
    for (const auto& [path, runbook] : m_runbooks) {
        if (wanted.isEmpty() || !holds(runbook.text, wanted))
            continue;
        const auto heading =
            std::ranges::find_if(runbook.headings, [&](const QString& each) { return holds(folded(each), wanted); });
        const bool inHeading = heading != runbook.headings.end();
        if (holds(folded(runbook.entry.title), wanted))
            byPlace[0].push_back({path, runbook.entry.title, {}});
        else
            byPlace[inHeading ? 1 : 2].push_back({path, runbook.entry.title, inHeading ? *heading : QString()});
    }
    std::vector<Hit> hits;
    for (const std::vector<Hit>& place : byPlace)
        hits.insert(hits.end(), place.begin(), place.end());
    return hits;
}

} // namespace warroom::runbook
