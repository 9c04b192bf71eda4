// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/filesystem.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <optional>

namespace warroom::journal {

namespace {

std::optional<struct stat> statusOf(const QString& path)
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? std::optional(status) : std::nullopt;
}

} // namespace

QString networkFileSystem(quint32 type)
{
    // statfs(2) and the kernel's include/uapi/linux/magic.h.
    switch (type) {
    case 0x6969:
        return QStringLiteral("NFS");
    case 0x517b:
    case 0xff534d42:
    case 0xfe534d42:
        return QStringLiteral("SMB");
    case 0x65735546:
        return QStringLiteral("FUSE");
    case 0x01021997:
        return QStringLiteral("9P");
    case 0x5346414f:
    case 0x6b414653:
        return QStringLiteral("AFS");
    case 0x00c36400:
        return QStringLiteral("Ceph");
    case 0x73757245:
        return QStringLiteral("Coda");
    case 0x01161970:
        return QStringLiteral("GFS2");
    case 0x7461636f:
        return QStringLiteral("OCFS2");
    case 0x0bd00bd0:
        return QStringLiteral("Lustre");
    default:
        return {};
    }
}

QString networkFileSystemOf(const QString& path)
{
    QFileInfo there(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    while (!there.exists() && !there.isRoot())
        there.setFile(there.path());
    struct statfs system {
    };
    if (::statfs(QFile::encodeName(there.filePath()).constData(), &system) != 0)
        return {};
    return networkFileSystem(quint32(system.f_type));
}

bool isForeign(const QString& path)
{
    const std::optional<struct stat> status = statusOf(path);
    return status && status->st_uid != ::geteuid();
}

bool isWritable(const QString& path) { return ::access(QFile::encodeName(path).constData(), W_OK) == 0; }

bool closeToOthers(const QString& path)
{
    const std::optional<struct stat> status = statusOf(path);
    if (!status || (status->st_mode & 077) == 0)
        return false;
    return ::chmod(QFile::encodeName(path).constData(), status->st_mode & 0700) == 0;
}

} // namespace warroom::journal
