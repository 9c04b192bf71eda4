// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <sys/types.h>

#include <memory>

class QTemporaryDir;

namespace warroom::journal {

/// The data folder and the names in it.
struct Folder {
    QString path;
    /// Folders elsewhere for acts that the log cannot take; the first that can be written is used.
    QStringList notSaved = {};
    /// Why its log is read and not written; prepare() finds it out for all that open it afterwards.
    std::optional<Error> readOnly = {};
    bool wasOpenToOthers = false; ///< Other accounts could read it; prepare() has closed it to them.
    /// Where the log can only be read from a copy, that copy; `path` leads into it. Gone with the last folder.
    std::shared_ptr<const QTemporaryDir> copy = {};

    QString database() const { return path + QStringLiteral("/warroom.db"); }
    /// SQLite's write-ahead log: what was saved and is not in the database file yet. It is there while the store is
    /// open.
    QString writeAheadLog() const { return database() + QStringLiteral("-wal"); }
    QString lock() const { return path + QStringLiteral("/warroom.lock"); }
    /// Says that there was a store here, so that a missing one is noticed and not silently replaced by an empty one.
    QString marker() const { return path + QStringLiteral("/warroom.store"); }
    QString drafts() const { return path + QStringLiteral("/drafts"); }

    /// Makes the folder for its owner only, if it is not there.
    Result<void> make() const;
};

/// Which file a path leads to. A store whose path leads elsewhere than at opening must not be written: SQLite would
/// go on writing into a file that nobody can open any more.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;

    static std::optional<FileIdentity> of(const QString& path);
    bool operator==(const FileIdentity&) const = default;
};

} // namespace warroom::journal
