// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace warroom::runbook {

/// A line of backticks or tildes that may open or close code.
struct FenceMark {
    QChar character;
    qsizetype column = 0; ///< Where they begin; in front stand spaces, marks of quotes and of lists.
    qsizetype length = 0;
    QString info; ///< What stands behind them; empty for one that closes.
};
std::optional<FenceMark> fenceMark(QStringView line);

/// Whether a line is a heading that cannot be a comment in a shell.
bool isHeadingAmidCode(QStringView before, QStringView line);

/// Code from the line of its fence to the line where it ends, and what else the author meant to be in it: Markdown in a
/// fence may have fences of its own.
struct Fence {
    FenceMark mark;
    qsizetype first;
    qsizetype last; ///< The line that closes it, or the last one of its code.
    bool closed;
    qsizetype longestInside = 0; ///< Of the fences in it.
};
/// The fence that opens in this line. Where none closes it, it ends before the heading or the fence that follows.
std::optional<Fence> fenceAt(const std::vector<QStringView>& lines, qsizetype first);

} // namespace warroom::runbook
