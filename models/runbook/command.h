// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::runbook {

/// Whether a fence holds what can be run, instead of data, output or a drawing.
bool holdsCommands(const Block& code);

/// The commands of a fence: what a comment or a blank line separates is a command of its own; here documents, lines
/// that go on and indented bodies stay whole. Output is left out where prompts say which lines were typed.
std::vector<Command> commandsIn(const Block& code);

/// A comment "# 2. Restart" in a fence with what follows it.
struct NumberedPiece {
    int number;
    QString text;
    Block code; ///< The lines below, without the comment itself.
};
/// Empty where the comments of a fence do not count from 1.
std::vector<NumberedPiece> numberedPieces(const Block& code);

/// A warning for each line of a fence with a character that cannot be seen and would be copied.
std::vector<Warning> hiddenIn(const Block& code);

} // namespace warroom::runbook
