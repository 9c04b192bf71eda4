// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace warroom::runbook {

/// The words of an incident that speak for a runbook.
struct Related {
    std::size_t index; ///< Of the title.
    QStringList words; ///< As the title has them.
};

/// Which of the titles share words with what is said of an incident, those that share most first. "Connections" is
/// "connection"; words that many of the titles have say nothing, nor do those of three letters and less.
std::vector<Related> relatedTo(const QString& said, const QStringList& titles);

} // namespace warroom::runbook
