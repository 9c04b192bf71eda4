// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/replace.h"

#include "base/sync.h"
#include "journal/storelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace warroom::journal {

Result<QString> replaceLog(const Folder& folder, const QString& fresh, Instant now)
{
    const Result<StoreLock> lock = StoreLock::take(folder.lock());
    if (!lock)
        return lock.error();
    const QString aside = QStringLiteral("%1/replaced-%2").arg(folder.path, stampOf(now));
    if (!syncFile(fresh) || !QDir().mkpath(aside))
        return Error{ErrorCode::FileUnwritable, aside};
    for (const QString& file :
        {folder.database(), folder.writeAheadLog(), folder.database() + QStringLiteral("-shm")}) {
        if (FileIdentity::of(file) && !QFile::rename(file, aside + QLatin1Char('/') + QFileInfo(file).fileName()))
            return Error{ErrorCode::FileUnwritable, file};
    }
    if (!QFile::rename(fresh, folder.database()) || !syncFolder(folder.path))
        return Error{ErrorCode::FileUnwritable, folder.database()};
    return aside;
}

QString stampOf(Instant moment) { return toDateTime(moment).toString(QStringLiteral("yyyyMMdd'T'hhmmss'Z'")); }

} // namespace warroom::journal
