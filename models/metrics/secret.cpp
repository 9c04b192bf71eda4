// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/secret.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace warroom::metrics {

namespace {

constexpr qint64 longestFile = qint64(8) * 1024 * 1024;

} // namespace

Result<QByteArray> smallFile(const QString& path)
{
    QFile file(path);
    // A FIFO would be waited for, a device read for ever.
    if (!QFileInfo(path).isFile() || !file.open(QFile::ReadOnly))
        return Error{ErrorCode::FileUnreadable, path};
    const QByteArray bytes = file.read(longestFile + 1);
    if (file.error() != QFile::NoError)
        return Error{ErrorCode::FileUnreadable, path};
    if (bytes.size() > longestFile)
        return Error{ErrorCode::FileTooLarge, path};
    return bytes;
}

Result<QByteArray> reveal(const Secret& secret)
{
    QByteArray found = secret.variable.isEmpty() ? QByteArray() : qgetenv(secret.variable.toLatin1().constData());
    const QString where = found.isEmpty() ? secret.file : u'$' + secret.variable;
    if (found.isEmpty() && !secret.file.isEmpty()) {
        const Result<QByteArray> bytes = smallFile(secret.file);
        if (!bytes)
            return bytes;
        found = bytes->trimmed();
    }
    const bool breaksHeader = std::ranges::any_of(found, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return breaksHeader ? Result<QByteArray>(Error{ErrorCode::BadSource, where}) : found;
}

} // namespace warroom::metrics
