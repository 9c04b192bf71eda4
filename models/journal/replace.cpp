// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/replace.h"

#include "base/sync.h"
#include "journal/storelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace warroom::journal {

namespace {

/// Within one file system or not at all; Qt would copy.
bool move(const QString& from, const QString& to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

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
        if (FileIdentity::of(file) && !move(file, aside + QLatin1Char('/') + QFileInfo(file).fileName()))
            return Error{ErrorCode::FileUnwritable, file};
    }
    if (!move(fresh, folder.database()) || !syncFolder(folder.path))
        return Error{ErrorCode::FileUnwritable, folder.database()};
    return aside;
}

QString stampOf(Instant moment) { return toDateTime(moment).toString(QStringLiteral("yyyyMMdd'T'hhmmss'Z'")); }

} // namespace warroom::journal
