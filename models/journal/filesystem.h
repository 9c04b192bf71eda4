// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom::journal {

/// What a file system that other machines can write to is called, by its type of statfs(2); empty for one of this
/// machine. SQLite's write-ahead log is shared memory: on two machines it is two logs (https://sqlite.org/wal.html).
QString networkFileSystem(quint32 type);

/// The same for the file system that the path is on, or would be on once it is made.
QString networkFileSystemOf(const QString& path);

/// Whether somebody else owns the file. False where there is none.
bool isForeign(const QString& path);

/// Whether this process may write the file or folder: permissions and a mount that is read only.
bool isWritable(const QString& path);

/// Leaves the file or folder to its owner alone. True where it was open to others before.
bool closeToOthers(const QString& path);

} // namespace warroom::journal
