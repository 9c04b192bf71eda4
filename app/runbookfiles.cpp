// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbookfiles.h"

#include "runbook/reader.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace warroom::app {

namespace {

/// What changes when somebody writes into the file.
std::pair<qint64, QDateTime> stampOf(const QString& path)
{
    const QFileInfo info(path);
    return {info.size(), info.lastModified()};
}

} // namespace

QStringList runbookFiles(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    QDirIterator found(path, {QStringLiteral("*.md"), QStringLiteral("*.markdown"), QStringLiteral("*.html.md.erb")},
        QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files += found.next();
    files.sort();
    return files;
}

Result<QByteArray> readRunbook(const QString& path)
{
    constexpr int attempts = 3;
    for (int i = 0; i < attempts; ++i) {
        const auto before = stampOf(path);
        QFile file(path);
        // A FIFO would be waited for, a device read for ever.
        if (!QFileInfo(path).isFile() || !file.open(QFile::ReadOnly))
            break;
        if (file.size() > runbook::maxBytes)
            return Error{ErrorCode::FileTooLarge, path};
        const QByteArray bytes = file.read(runbook::maxBytes + 1);
        if (file.error() == QFile::NoError && stampOf(path) == before)
            return bytes;
    }
    return Error{ErrorCode::FileUnreadable, path};
}

} // namespace warroom::app
