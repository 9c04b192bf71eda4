// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>
#include <vector>

namespace warroom::runbook {

/// A runbook that is there, as an alert may point at it.
struct Entry {
    QString path;
    QString title;
    QStringList anchors;
};

struct Found {
    std::size_t entry; ///< Its place in the list.
    QString anchor; ///< The heading that is meant; empty for the whole file.

    bool operator==(const Found&) const = default;
};

/// Whether a runbook of this title is called as the alert: "5. Network Partition (Split-Brain)" as "NetworkPartition".
bool isCalled(const QString& title, const QString& alertName);

/// The runbook of an alert: the one that its runbook_url names by the last part of its path or by its anchor, else the
/// one that is called as the alert.
std::optional<Found> find(const std::vector<Entry>& entries, const QString& url, const QString& alertName);

} // namespace warroom::runbook
