// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace warroom::capture {

struct NameMatch {
    std::size_t index = 0;
    qsizetype length = 0; ///< What it takes up of the text.
};

/// Which of the things, each with all its spellings, the text begins with; the longest where there are several.
/// Without case; a space in a name stands for any number of them; a name ends at a space or the end.
std::optional<NameMatch> longestName(const QString& text, const std::vector<QStringList>& things);

} // namespace warroom::capture
