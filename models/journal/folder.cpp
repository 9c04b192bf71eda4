// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/folder.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace warroom::journal {

Result<void> Folder::make() const
{
    if (QDir(path).exists())
        return {};
    if (!QDir().mkpath(path))
        return Error{ErrorCode::StoreUnopenable, path};
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

std::optional<FileIdentity> FileIdentity::of(const QString& path)
{
    struct stat status {
    };
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

} // namespace warroom::journal
