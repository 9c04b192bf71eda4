// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHash>
#include <QStringList>

#include <atomic>

namespace warroom::runbook {

/// When each of these files was last changed, in UTC, as the history of the git checkout says that it is in. Those of
/// no checkout, or of somebody else's, are not in it, nor are those that nobody changed for very many commits. Reads
/// only: nothing that a repository may configure is run. Ends early once `ending` is set.
QHash<QString, QDate> lastChanged(const QStringList& files, const std::atomic<bool>& ending);

} // namespace warroom::runbook
