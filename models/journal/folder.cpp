// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

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

QString Folder::key() const
{
    std::error_code failed;
    const std::filesystem::path typed(QFile::encodeName(QFileInfo(path).absoluteFilePath()).toStdString());
    const std::filesystem::path real = std::filesystem::weakly_canonical(typed, failed);
    const QByteArray bytes = QByteArray::fromStdString(failed ? typed.native() : real.native());
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(16));
}

QStringList Folder::allDrafts() const
{
    QStringList all{drafts()};
    for (const QString& place : notSaved)
        all += QStringLiteral("%1/drafts-%2").arg(place, key());
    return all;
}

bool isOwn(const QString& folder)
{
    struct stat status {
    };
    return ::lstat(QFile::encodeName(folder).constData(), &status) == 0 && S_ISDIR(status.st_mode)
        && status.st_uid == ::geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

bool makeOwn(const QString& folder)
{
    QDir().mkpath(QFileInfo(folder).path());
    ::mkdir(QFile::encodeName(folder).constData(), S_IRWXU);
    return isOwn(folder);
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
