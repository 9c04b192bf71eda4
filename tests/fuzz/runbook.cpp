// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"
#include "runbook/reader.h"

#include <algorithm>

using namespace warroom;
using namespace warroom::runbook;

namespace {

void check(const std::vector<Step>& steps, int lines)
{
    for (const Step& step : steps) {
        fuzz::require(step.level >= 1 && step.line >= 1 && step.line <= lines, "a step stands in a line");
        for (const Command& command : step.commands) {
            fuzz::require(!command.text.trimmed().isEmpty(), "a command says something");
            fuzz::require(command.line >= 1 && command.line <= lines, "a command stands in a line");
        }
    }
}

void check(const DecisionTree& tree)
{
    for (const DecisionTree::Node& node : tree.nodes)
        for (const DecisionTree::Edge& edge : node.edges)
            fuzz::require(edge.node >= 0 && edge.node < int(tree.nodes.size()), "an answer leads to a node");
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytes(data, size);
    for (const Damage damage : {Damage::Keep, Damage::Repair}) {
        const Result<Document> document = read(bytes, QStringLiteral("file"), damage);
        if (!document) {
            fuzz::require(document.error().code == ErrorCode::FileNotText, "what is not read is no text");
            continue;
        }
        // A carriage return alone ends a line too, and UTF-16 has its own.
        const int lines = int(size) + 1;
        fuzz::require(!document->runbooks.empty(), "a document is a runbook, if one without steps");
        fuzz::require(std::ranges::is_sorted(document->warnings, {}, &Warning::line), "warnings are sorted");
        for (const Runbook& runbook : document->runbooks) {
            fuzz::require((runbook.rule == Rule::None) == runbook.steps.empty(), "steps come by a rule");
            check(runbook.steps, lines);
            check(runbook.afterwards, lines);
        }
        for (const DecisionTree& tree : document->trees)
            check(tree);
    }
    return 0;
}
