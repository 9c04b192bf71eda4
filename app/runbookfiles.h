// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

namespace warroom::app {

/// The file itself; of a folder the runbooks in it and in the folders below, by name. Links to folders are not
/// followed, so no folder is met twice.
QStringList runbookFiles(const QString& path);

/// The bytes of a runbook as they were at one moment; FileUnreadable where it is gone, no file or changes all the time,
/// FileTooLarge where it is more than a runbook has.
Result<QByteArray> readRunbook(const QString& path);

} // namespace warroom::app
