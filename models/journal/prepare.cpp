// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/prepare.h"

#include "journal/check.h"
#include "journal/database.h"
#include "journal/filesystem.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace warroom::journal {

namespace {

Result<void> canBeAStore(const QString& path)
{
    const QFileInfo file(path);
    if (file.isDir())
        return Error{ErrorCode::StoreUnopenable, path};
    if (file.exists() && file.size() == 0)
        return Error{ErrorCode::StoreDamaged, path};
    return {};
}

/// Why the folder's store must not be written; none where it may.
std::optional<Error> reasonNotToWrite(const Folder& folder)
{
    if (isForeign(folder.database()))
        return Error{ErrorCode::StoreForeign, folder.database()};
    for (const QString& path : {folder.path, folder.database()}) {
        if (!isWritable(path))
            return Error{ErrorCode::StoreReadOnly, path};
    }
    const Result<std::unique_ptr<Database>> database = Database::open(folder.database(), Database::Access::ReadWrite);
    if (!database)
        return database.error();
    const Result<void> sound = quickCheck(**database);
    return sound ? std::nullopt : std::optional(sound.error());
}

/// What was saved last stands in the write-ahead log, which SQLite cannot read where it cannot write. Nobody can write
/// here, so nobody's locks are lost by opening the files.
Result<Folder> copied(const Folder& folder)
{
    auto copy = std::make_shared<QTemporaryDir>();
    Folder beside{copy->path()};
    beside.readOnly = folder.readOnly;
    beside.copy = copy;
    if (!copy->isValid() || !QFile::copy(folder.database(), beside.database())
        || !QFile::copy(folder.writeAheadLog(), beside.writeAheadLog()))
        return Error{ErrorCode::StoreUnopenable, folder.database()};
    for (const QString& file : {beside.database(), beside.writeAheadLog()})
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    return beside;
}

Result<void> canBeRead(const Folder& folder)
{
    const Result<std::unique_ptr<Database>> database = Database::open(folder.database(), Database::Access::ReadOnly);
    if (!database)
        return database.error();
    const Result<QVariant> any = (*database)->value(QStringLiteral("SELECT max(seq) FROM entry"));
    return any ? Result<void>() : Result<void>(any.error());
}

Result<Folder> toBeRead(Folder folder, const Error& reason)
{
    folder.readOnly = reason;
    if (canBeRead(folder))
        return folder;
    const bool leftover = !isWritable(folder.path) && QFileInfo(folder.writeAheadLog()).size() > 0;
    const Result<Folder> copy = leftover ? copied(folder) : Result<Folder>(reason);
    return copy && canBeRead(*copy) ? copy : Result<Folder>(reason);
}

} // namespace

Result<Folder> prepare(const Folder& folder, const Clock& clock, IdSource& ids, NoStore none)
{
    if (const QString system = networkFileSystemOf(folder.path); !system.isEmpty())
        return Error{ErrorCode::StoreOnNetwork, QStringLiteral("%1 (%2)").arg(folder.path, system)};
    if (const Result<void> can = canBeAStore(folder.database()); !can)
        return can.error();
    if (const Result<void> created = createIfNew(folder, clock, ids, none); !created)
        return created.error();
    const std::optional<Error> reason = reasonNotToWrite(folder);
    if (reason && reason->code == ErrorCode::StoreNotOurs)
        return *reason;
    if (reason)
        return toBeRead(folder, *reason);
    Folder prepared = folder;
    for (const QString& path : {folder.path, folder.database(), folder.writeAheadLog()})
        prepared.wasOpenToOthers = closeToOthers(path) || prepared.wasOpenToOthers;
    return prepared;
}

} // namespace warroom::journal
