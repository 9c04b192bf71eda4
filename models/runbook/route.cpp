// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/route.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// Behind the last of the steps from `first` on for which it holds as for the first one.
template<typename Value> std::size_t endOf(const std::vector<Step>& steps, std::size_t first, Value value)
{
    std::size_t end = first;
    while (end < steps.size() && value(steps[end]) == value(steps[first]))
        ++end;
    return end;
}

Step asking(const Step& first, const QString& question)
{
    Step step;
    step.text = question;
    step.line = first.line;
    step.level = first.level;
    step.section = first.section;
    return step;
}

Block list(const QStringList& acts, int line)
{
    Block list{.kind = Block::Kind::List, .line = line};
    for (const QString& act : acts) {
        Block text{.kind = Block::Kind::Paragraph, .line = line, .spans = {{act}}};
        list.children.push_back({.kind = Block::Kind::Item, .line = line, .children = {std::move(text)}});
    }
    return list;
}

QString textOf(const DecisionTree::Node& node) { return !node.text.isEmpty() ? node.text : node.acts.value(0, u"…"_s); }

/// A box that only says where to begin is nothing to do.
bool isMereStart(const DecisionTree& tree)
{
    if (tree.nodes.size() < 2)
        return false;
    const DecisionTree::Node& first = tree.nodes.front();
    const bool isStart = first.text.compare(u"START"_s, Qt::CaseInsensitive) == 0 && first.acts.isEmpty();
    const auto leadsBack = [](const DecisionTree::Node& node) {
        return std::ranges::find(node.edges, 0, &DecisionTree::Edge::node) != node.edges.end();
    };
    return isStart && first.edges.size() == 1 && first.edges.front().node == 1
        && std::ranges::none_of(tree.nodes, leadsBack);
}

} // namespace

Route routeOf(const Runbook& runbook, const QString& question, const QString& none)
{
    Route route{runbook, {}};
    std::vector<Step>& steps = route.runbook.steps;
    const auto group = [](const Step& step) { return std::pair(step.branch.isEmpty(), step.section); };
    const auto branch = [](const Step& step) { return step.branch; };
    for (std::size_t first = 0; first < steps.size(); ++first) {
        if (steps[first].branch.isEmpty())
            continue;
        steps.insert(steps.begin() + std::ptrdiff_t(first), asking(steps[first], question));
        const std::size_t end = endOf(steps, first + 1, group);
        Route::Fork fork;
        for (std::size_t at = first + 1; at < end; at = endOf(steps, at, branch)) {
            fork.answers << steps[at].branch;
            fork.leads << int(at);
            const std::size_t last = endOf(steps, at, branch) - 1;
            if (last + 1 < end)
                route.forks.insert(int(last), {{}, {int(end)}});
        }
        fork.answers << none;
        fork.leads << int(end);
        route.forks.insert(int(first), fork);
        first = end - 1;
    }
    return route;
}

Route routeOf(const DecisionTree& drawn)
{
    DecisionTree tree = drawn;
    if (isMereStart(drawn)) {
        tree.nodes.erase(tree.nodes.begin());
        for (DecisionTree::Node& node : tree.nodes)
            for (DecisionTree::Edge& edge : node.edges)
                --edge.node;
    }
    Route route;
    route.runbook.title = tree.title;
    route.runbook.line = tree.line;
    // As the document draws it, for whoever reads drawings faster than questions.
    Block drawing{Block::Kind::Code, tree.line};
    drawing.code = tree.drawing;
    route.runbook.parts.push_back({tree.title, tree.line, Purpose::Background, {}, {drawing}});
    const int end = int(tree.nodes.size());
    for (const DecisionTree::Node& node : tree.nodes) {
        Step step;
        step.text = textOf(node);
        step.line = node.line;
        step.timeBox = node.limit;
        if (!node.acts.isEmpty())
            step.blocks.push_back(list(node.acts, node.line));
        Route::Fork fork;
        for (const DecisionTree::Edge& edge : node.edges) {
            fork.answers << (edge.answer.isEmpty() ? textOf(tree.nodes[std::size_t(edge.node)]) : edge.answer);
            fork.leads << edge.node;
        }
        if (fork.leads.isEmpty())
            fork.leads << end;
        if (fork.leads.size() == 1)
            fork.answers.clear();
        const int number = int(route.runbook.steps.size());
        if (fork.leads != QList<int>{number + 1})
            route.forks.insert(number, fork);
        route.runbook.steps.push_back(std::move(step));
    }
    return route;
}

} // namespace warroom::runbook
