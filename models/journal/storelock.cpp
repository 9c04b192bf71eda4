// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/storelock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <thread>
#include <utility>

namespace warroom::journal {

Result<StoreLock> StoreLock::take(const QString& path, std::chrono::milliseconds deadline)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return Error{errno == EROFS || errno == EACCES ? ErrorCode::StoreReadOnly : ErrorCode::StoreUnopenable, path};
    StoreLock lock(descriptor);

    const auto until = std::chrono::steady_clock::now() + deadline;
    auto pause = std::chrono::microseconds(100);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return Error{ErrorCode::StoreUnopenable, path};
        if (std::chrono::steady_clock::now() >= until)
            return Error{ErrorCode::StoreBusy, path};
        std::this_thread::sleep_for(pause);
        pause = std::min<std::chrono::microseconds>(pause * 2, std::chrono::milliseconds(2));
    }
    return lock;
}

StoreLock::StoreLock(StoreLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }

StoreLock::~StoreLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace warroom::journal
