// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sync.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace warroom {

namespace {

bool sync(const QString& path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | flags);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

} // namespace

bool syncFile(const QString& path) { return sync(path, O_NOFOLLOW); }
bool syncFolder(const QString& path) { return sync(path, O_DIRECTORY); }

} // namespace warroom
