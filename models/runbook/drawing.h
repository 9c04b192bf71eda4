// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::runbook {

/// What a code block draws, line by line.
struct Drawing {
    QStringList lines;
    int line = 0; ///< Of the first one in the document.
};

/// A tree that grows by indentation, with "├─ YES → …"; nothing where no question is answered.
std::optional<DecisionTree> indentedTree(const Drawing& drawing);

/// Boxes with lines between them; nothing where none of them asks.
std::optional<DecisionTree> boxedTree(const Drawing& drawing);

/// A node of this text, with what it says of questions and limits.
DecisionTree::Node treeNode(const QString& text, int line);

} // namespace warroom::runbook
