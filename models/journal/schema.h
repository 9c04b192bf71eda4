// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace warroom::journal {

/// "WARM": PRAGMA application_id of a store.
inline constexpr int applicationId = 0x5741524d;
/// PRAGMA user_version that this program writes.
inline constexpr int schemaVersion = 1;

/// The statements that make an empty store, in order.
QStringList schema();

} // namespace warroom::journal
