// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/drawing.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// One "├─" with what stands behind and below it.
struct Twig {
    qsizetype column;
    QString answer;
    DecisionTree::Node node;
};

bool isLine(QChar c) { return (c.unicode() >= 0x2500 && c.unicode() < 0x2580) || u"|+`\\"_s.contains(c); }

struct Reading {
    qsizetype twig; ///< Where a twig begins; -1 for text alone.
    QString text;
};

Reading readingOf(const QString& line)
{
    static const QRegularExpression form(
        u"\\A([\\s│|]*)(?:[├└┣┗╰]\\s*[─━]*|[|+`\\\\]\\s*--+)\\s*(?:[>►→]\\s*)?(\\S.*)\\z"_s);
    if (const auto match = form.match(line); match.hasMatch())
        return {match.capturedLength(1), match.captured(2).trimmed()};
    const auto text = std::ranges::find_if(line, [](QChar c) { return !c.isSpace() && !isLine(c); });
    return {-1, QStringView(text, line.end()).trimmed().toString()};
}

/// "YES" of "YES → Check the logs", which is left without it.
QString takeAnswer(QString& text)
{
    static const QRegularExpression form(u"\\A\\[?(yes|no|y|n|ja|true|false)\\]?\\s*(?:→|->|=>|➔|:|-|–|,)\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    text.remove(0, match.capturedLength());
    return match.captured(1).toUpper();
}

bool goesOn(const QString& text)
{
    static const QRegularExpression form(
        u"\\A(?:continue|go on|next|proceed|move on)\\b[^?]{0,20}\\z"_s, QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

class Tree
{
public:
    explicit Tree(const Drawing& drawing)
    {
        for (qsizetype i = 0; i < drawing.lines.size(); ++i)
            take(readingOf(drawing.lines[i]), drawing.line + int(i));
    }

    std::optional<DecisionTree> run()
    {
        if (m_twigs.empty())
            return std::nullopt;
        connect(m_twigs.front(), 0, -1);
        DecisionTree tree = reached();
        const bool asks = std::ranges::any_of(tree.nodes, [](const DecisionTree::Node& node) {
            return std::ranges::any_of(node.edges, [](const auto& edge) { return !edge.answer.isEmpty(); });
        });
        return asks ? std::optional(std::move(tree)) : std::nullopt;
    }

private:
    void take(Reading reading, int line)
    {
        if (reading.text.isEmpty())
            return;
        if (m_twigs.empty()) {
            m_twigs.push_back({-1, {}, treeNode(reading.text, line)});
            m_path = {0};
        } else if (reading.twig < 0) {
            m_twigs[std::size_t(m_path.back())].node.acts += reading.text;
        } else {
            while (m_path.size() > 1 && m_twigs[std::size_t(m_path.back())].column >= reading.twig)
                m_path.pop_back();
            const int index = int(m_twigs.size());
            m_parents.push_back(m_path.back());
            m_path.push_back(index);
            const QString answer = takeAnswer(reading.text);
            m_twigs.push_back({reading.twig, answer, treeNode(reading.text, line)});
        }
    }

    /// Without what only says that it goes on.
    DecisionTree reached()
    {
        std::vector<int> places(m_twigs.size(), -1);
        places[0] = 0;
        for (std::size_t i = 0; i < m_twigs.size(); ++i)
            for (const DecisionTree::Edge& edge : m_twigs[i].node.edges)
                places[std::size_t(edge.node)] = 0;
        DecisionTree tree;
        int count = 0;
        for (int& place : places)
            place = place < 0 ? -1 : count++;
        for (std::size_t i = 0; i < m_twigs.size(); ++i) {
            if (places[i] < 0)
                continue;
            for (DecisionTree::Edge& edge : m_twigs[i].node.edges)
                edge.node = places[std::size_t(edge.node)];
            tree.nodes.push_back(std::move(m_twigs[i].node));
        }
        return tree;
    }

    std::vector<int> childrenOf(int index) const
    {
        std::vector<int> children;
        for (std::size_t i = 0; i < m_parents.size(); ++i)
            if (m_parents[i] == index)
                children.push_back(int(i) + 1);
        return children;
    }

    /// `next` is where the walk goes on behind all that is drawn below; -1 where it ends.
    void connect(Twig& twig, int index, int next)
    {
        const std::vector<int> children = childrenOf(index);
        bool follows = false;
        for (std::size_t i = 0; i < children.size(); ++i) {
            Twig& child = m_twigs[std::size_t(children[i])];
            const int behind = i + 1 < children.size() ? children[i + 1] : next;
            if (!child.answer.isEmpty() && goesOn(child.node.text) && next >= 0) {
                twig.node.edges.push_back({child.answer, next});
                continue;
            }
            if (!child.answer.isEmpty() || !std::exchange(follows, true))
                twig.node.edges.push_back({child.answer, children[i]});
            connect(child, children[i], child.answer.isEmpty() ? behind : next);
        }
        const bool asks = twig.node.question && !twig.node.edges.empty();
        const bool last = next >= 0 && m_twigs[std::size_t(next)].node.text.compare("END"_L1, Qt::CaseInsensitive) == 0;
        if (children.empty() && !asks && next >= 0 && ((last && twig.node.acts.isEmpty()) || twig.answer.isEmpty()))
            twig.node.edges.push_back({{}, next});
    }

    std::vector<Twig> m_twigs;
    std::vector<int> m_parents; ///< Of all but the first one.
    std::vector<int> m_path;
};

} // namespace

std::optional<DecisionTree> indentedTree(const Drawing& drawing) { return Tree(drawing).run(); }

} // namespace warroom::runbook
