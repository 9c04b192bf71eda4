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
    QString known = {}; ///< A folder elsewhere that knows of every store there was; empty: none does.
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
    /// Both say that there was a store here, so that a missing one is noticed and not silently replaced by an empty
    /// one; the one in the folder for whoever moves it, the other for when the folder's disk is not there.
    QString marker() const { return path + QStringLiteral("/warroom.store"); }
    QString markerElsewhere() const { return known.isEmpty() ? QString() : known + QLatin1Char('/') + key(); }
    QString drafts() const { return path + QStringLiteral("/drafts"); }
    /// drafts(), then the folders elsewhere for when that one cannot be written.
    QStringList allDrafts() const;

    /// Sixteen digits that stand for where the folder really is, in the names of files elsewhere.
    QString key() const;

    /// Makes the folder for its owner only, if it is not there.
    Result<void> make() const;
};

/// Whether only this account can look into the folder and nobody put a link in its place; in one such as /tmp somebody
/// else may have made it.
bool isOwn(const QString& folder);
/// Makes it so where it is not there; false where it is not so afterwards.
bool makeOwn(const QString& folder);

/// Which file a path leads to. A store whose path leads elsewhere than at opening must not be written: SQLite would
/// go on writing into a file that nobody can open any more.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;

    static std::optional<FileIdentity> of(const QString& path);
    bool operator==(const FileIdentity&) const = default;
};

} // namespace warroom::journal
