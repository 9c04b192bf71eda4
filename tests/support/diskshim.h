// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace warroom::support {

/// What SQLite asks of files.
enum class DiskCall { Open, Read, Write, Truncate, Sync, Size, Lock, Delete, Access, Map, MapLock };

/// Stands between SQLite and the files of this process, and sees what else renames, removes and syncs them.
class DiskShim
{
public:
    /// From now on it sees every call, until it is gone; one at a time.
    DiskShim();
    virtual ~DiskShim();
    DiskShim(const DiskShim&) = delete;
    DiskShim& operator=(const DiskShim&) = delete;

    /// Before each call. Anything but 0 is what SQLite is answered in its place, with its own code.
    virtual int before(DiskCall) { return 0; }

    // After each that went well.
    virtual void created(const QString&) { }
    virtual void written(const QString&, qint64 /*offset*/, const QByteArray&) { }
    virtual void truncated(const QString&, qint64 /*size*/) { }
    /// A file or a folder.
    virtual void synced(const QString&) { }
    virtual void removed(const QString&) { }
    virtual void renamed(const QString& /*from*/, const QString& /*to*/) { }
};

} // namespace warroom::support
