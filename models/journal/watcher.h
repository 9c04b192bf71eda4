// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "journal/folder.h"

#include <memory>

namespace warroom::journal {

class Database;

/// Notices what other connections commit. Its connection runs nothing else: one unfinished SELECT would make it deaf.
class Watcher
{
public:
    static Result<std::unique_ptr<Watcher>> open(const Folder& folder);
    ~Watcher();

    /// Whether anything was committed since the last call; about 10 microseconds.
    Result<bool> changed();

private:
    explicit Watcher(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
    qint64 m_version = -1;
};

} // namespace warroom::journal
