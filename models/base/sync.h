// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom {

/// Waits until what the file holds would survive a power cut. False where the disk says no.
bool syncFile(const QString& path);

/// The same for the names in a folder: a file that was made or renamed in it is there afterwards.
bool syncFolder(const QString& path);

} // namespace warroom
