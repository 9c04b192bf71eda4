// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>

namespace warroom::journal {

/// Holds a flock on the file beside the database. It is taken around every write transaction and every checkpoint:
/// SQLite up to 3.51.2 (https://sqlite.org/wal.html#walresetbug) damages a WAL database when one process checkpoints
/// while others write. The kernel frees it when the process ends, however that happens.
class StoreLock
{
public:
    /// StoreBusy when others hold it until the deadline. Whoever waits is not overtaken by who had it last.
    static Result<StoreLock> take(const QString& path, std::chrono::milliseconds deadline = std::chrono::seconds(5));
    StoreLock(StoreLock&& other) noexcept;
    StoreLock& operator=(StoreLock&&) = delete;
    ~StoreLock();

private:
    explicit StoreLock(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor;
};

} // namespace warroom::journal
