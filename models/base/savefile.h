// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace warroom {

/// Writes the whole file or leaves the one that is there: FileUnwritable with the path as detail.
Result<void> saveFile(const QString& path, const QByteArray& bytes);

} // namespace warroom
