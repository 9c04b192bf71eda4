// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/create.h"

#include "base/savefile.h"
#include "base/sync.h"
#include "journal/database.h"
#include "journal/schema.h"
#include "journal/storelock.h"

#include <QFile>

#include <unistd.h>

#include <cstdio>

namespace warroom::journal {

namespace {

Result<void> buildAt(const QString& path, const QUuid& store)
{
    const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::Create);
    if (!database)
        return database.error();
    Result<Transaction> begun = Transaction::begin(**database);
    if (!begun)
        return begun.error();
    for (const QString& statement : schema()) {
        if (const Result<void> done = (*database)->exec(statement); !done)
            return done;
    }
    if (const Result<void> done = (*database)->exec(
            QStringLiteral("INSERT INTO meta VALUES('store', ?)"), {store.toString(QUuid::WithoutBraces)});
        !done)
        return done;
    return begun->commit();
}

bool isThere(const QString& path) { return FileIdentity::of(path).has_value(); }

void markElsewhere(const Folder& folder)
{
    const QString marker = folder.markerElsewhere();
    // Where it cannot be written now, it is the next time.
    if (!marker.isEmpty() && !isThere(marker) && Folder{folder.known}.make())
        static_cast<void>(saveFile(marker, folder.path.toUtf8() + '\n').ok());
}

Result<void> mark(const Folder& folder)
{
    markElsewhere(folder);
    return isThere(folder.marker()) ? Result<void>() : saveFile(folder.marker(), "warroom.db belongs here\n");
}

} // namespace

bool hadStore(const Folder& folder) { return isThere(folder.marker()) || isThere(folder.markerElsewhere()); }

Result<void> createIfNew(const Folder& folder, const Clock& clock, IdSource& ids, NoStore none)
{
    if (isThere(folder.database())) {
        // A store without its marker is as good.
        static_cast<void>(mark(folder).ok());
        return {};
    }
    if (none == NoStore::Refuse || (none == NoStore::Make && hadStore(folder)))
        return Error{ErrorCode::StoreMissing, folder.database()};
    if (const Result<void> made = folder.make(); !made)
        return made;
    const Result<StoreLock> lock = StoreLock::take(folder.lock());
    if (!lock)
        return lock.error();
    if (!isThere(folder.database())) {
        const QString fresh = folder.database() + QStringLiteral(".new");
        for (const char* suffix : {"", "-wal", "-shm"})
            ::unlink(QFile::encodeName(fresh + QLatin1String(suffix)).constData());
        if (const Result<void> built = buildAt(fresh, ids.next(clock.now())); !built)
            return built;
        // Closing moves the log into the file; a full disk prevents that, and the file alone would be empty.
        if (FileIdentity::of(fresh + QStringLiteral("-wal")))
            return Error{ErrorCode::StoreWrite, fresh};
        if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(folder.database()).constData()) != 0)
            return Error{ErrorCode::StoreUnopenable, folder.database()};
        syncFolder(folder.path);
    }
    return mark(folder);
}

} // namespace warroom::journal
