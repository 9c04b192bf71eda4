// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace warroom::runbook {

/// What is to be filled in before a command is run, as it is written and each once: <pod-name>, $X, ${X}, {{x}},
/// SERVICE_URL, [NAME]. A variable that the command sets itself is none.
QStringList placeholdersIn(const QString& command);

} // namespace warroom::runbook
