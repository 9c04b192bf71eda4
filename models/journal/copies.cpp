// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/copies.h"

#include "base/sync.h"
#include "journal/check.h"
#include "journal/create.h"
#include "journal/database.h"
#include "journal/replace.h"
#include "journal/storelock.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace warroom::journal {

/// What a log comes to: equal for a log and a copy of it.
struct Copies::Extent {
    qint64 entries = 0;
    qint64 last = 0; ///< The row written last.
    QByteArray lastHash;
    qint64 lastRedaction = 0;
    bool operator==(const Extent&) const = default;

    static Result<Extent> of(Database& database)
    {
        Extent extent;
        const Result<void> read = database.each(
            QStringLiteral("SELECT (SELECT count(*) FROM entry), seq, hash, (SELECT coalesce(max(seq), 0) FROM entry "
                           "WHERE type='entry-redacted') FROM entry ORDER BY seq DESC LIMIT 1"),
            {}, [&extent](const QSqlQuery& row) {
                extent = {row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toByteArray(),
                    row.value(3).toLongLong()};
            });
        return read ? Result(extent) : Result<Extent>(read.error());
    }

    static Result<Extent> of(const QString& path)
    {
        const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::ReadOnly);
        return database ? of(**database) : Result<Extent>(database.error());
    }
};

namespace {

using Extent = Copies::Extent;

/// A copy that does not hold what the log held before is none.
Result<void> checkCopy(const QString& path, const Extent& log)
{
    const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    if (const Result<void> sound = quickCheck(**database); !sound)
        return sound;
    const Result<QVariant> entries =
        (*database)->value(QStringLiteral("SELECT count(*) FROM entry WHERE seq<=?"), {log.last});
    if (!entries)
        return entries.error();
    const Result<QVariant> hash = (*database)->value(QStringLiteral("SELECT hash FROM entry WHERE seq=?"), {log.last});
    if (!hash)
        return hash.error();
    const bool whole = entries->toLongLong() == log.entries && hash->toByteArray() == log.lastHash;
    return whole ? Result<void>() : Error{ErrorCode::StoreDamaged, path};
}

} // namespace

std::vector<Copy> Copies::list() const
{
    std::vector<Copy> copies;
    const QDir folder(m_folder);
    const QStringList names =
        folder.entryList({QStringLiteral("warroom-*.db")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString& name : names) {
        QDateTime taken = QDateTime::fromString(name.mid(8).chopped(3), QStringLiteral("yyyyMMdd'T'hhmmss'Z'"));
        taken.setTimeSpec(Qt::UTC);
        if (taken.isValid())
            copies.push_back({folder.filePath(name), toInstant(taken)});
    }
    return copies;
}

Result<bool> Copies::takeIfDue(const Folder& log, Instant now) const
{
    if (!Folder{m_folder}.make())
        return Error{ErrorCode::FileUnwritable, m_folder};
    const Result<StoreLock> alone = StoreLock::take(m_folder + QStringLiteral("/copying.lock"), {});
    if (!alone)
        return alone.error().code == ErrorCode::StoreBusy ? Result<bool>(false) : alone.error();
    const Result<Extent> present = Extent::of(log.database());
    if (!present)
        return present.error();
    const std::vector<Copy> before = list();
    if (!before.empty()) {
        const Result<Extent> latest = Extent::of(before.front().path);
        const bool same = latest && *latest == *present;
        const bool redacted = latest && latest->last < present->lastRedaction;
        if (same || (latest && !redacted && now - before.front().taken < every && now >= before.front().taken))
            return false;
    }
    if (const Result<void> taken = take(log, *present, now); !taken)
        return taken.error();
    prune(present->lastRedaction);
    return true;
}

Result<void> Copies::take(const Folder& log, const Extent& present, Instant now) const
{
    const QString path = QStringLiteral("%1/warroom-%2.db").arg(m_folder, stampOf(now));
    const QString half = path + QStringLiteral(".new");
    QFile::remove(half);
    {
        const Result<std::unique_ptr<Database>> database = Database::open(log.database(), Database::Access::ReadOnly);
        if (!database)
            return database.error();
        if (const Result<void> done = (*database)->exec(QStringLiteral("VACUUM INTO ?"), {half}); !done)
            return done;
    }
    if (const Result<void> sound = checkCopy(half, present); !sound)
        return sound;
    if (!syncFile(half) || ::rename(QFile::encodeName(half).constData(), QFile::encodeName(path).constData()) != 0)
        return Error{ErrorCode::FileUnwritable, path};
    return syncFolder(m_folder) ? Result<void>() : Error{ErrorCode::FileUnwritable, m_folder};
}

void Copies::prune(qint64 lastRedaction) const
{
    const std::vector<Copy> all = list();
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Result<Extent> extent = Extent::of(all[i].path);
        if (i >= kept || (extent && extent->last < lastRedaction))
            QFile::remove(all[i].path);
    }
}

Result<QString> restore(const Copy& copy, const Folder& to, Instant now)
{
    const Result<Extent> extent = Extent::of(copy.path);
    if (!extent)
        return extent.error();
    if (const Result<void> made = to.make(); !made)
        return made.error();
    const QString fresh = to.database() + QStringLiteral(".new");
    QFile::remove(fresh);
    {
        const Result<std::unique_ptr<Database>> database = Database::open(copy.path, Database::Access::ReadOnly);
        if (!database)
            return database.error();
        if (const Result<void> done = (*database)->exec(QStringLiteral("VACUUM INTO ?"), {fresh}); !done)
            return done.error();
    }
    if (const Result<void> sound = checkCopy(fresh, *extent); !sound)
        return sound.error();
    return replaceLog(to, fresh, now);
}

} // namespace warroom::journal
