// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/storelock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <thread>
#include <utility>

namespace warroom::journal {

namespace {

constexpr std::chrono::microseconds lookEvery{500};

/// Who is through the gate has the lock next. Who has just let go of it waits at the gate with the others: coming back
/// at once it would overtake them time and again. It is the kernel's other kind of lock on the same file; neither kind
/// sees the other, and both go with the descriptor.
bool setGate(int descriptor, int type)
{
    struct ::flock whole = {};
    whole.l_type = short(type);
    return ::fcntl(descriptor, F_OFD_SETLK, &whole) == 0;
}

bool enterGate(int descriptor) { return setGate(descriptor, F_WRLCK); }
bool lock(int descriptor) { return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0; }

} // namespace

Result<StoreLock> StoreLock::take(const QString& path, std::chrono::milliseconds deadline)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return Error{errno == EROFS || errno == EACCES ? ErrorCode::StoreReadOnly : ErrorCode::StoreUnopenable, path};
    StoreLock taken(descriptor);

    const auto until = std::chrono::steady_clock::now() + deadline;
    for (const auto step : {enterGate, lock}) {
        while (!step(descriptor)) {
            if (errno != EWOULDBLOCK && errno != EACCES && errno != EINTR)
                return Error{ErrorCode::StoreUnopenable, path};
            if (std::chrono::steady_clock::now() >= until)
                return Error{ErrorCode::StoreBusy, path};
            std::this_thread::sleep_for(lookEvery);
        }
    }
    setGate(descriptor, F_UNLCK);
    return taken;
}

StoreLock::StoreLock(StoreLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }

StoreLock::~StoreLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace warroom::journal
