// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom::runbook {

/// Whether a command destroys, stops or forces something, so that it wants a decision first.
bool isDangerous(const QString& command);

} // namespace warroom::runbook
