// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/watcher.h"

#include "journal/database.h"

#include <utility>

namespace warroom::journal {

Watcher::Watcher(std::unique_ptr<Database> database) : m_database(std::move(database)) { }

Watcher::~Watcher() = default;

Result<std::unique_ptr<Watcher>> Watcher::open(const Folder& folder)
{
    Result<std::unique_ptr<Database>> database = Database::open(folder.database(), Database::Access::ReadOnly);
    if (!database)
        return database.error();
    return std::unique_ptr<Watcher>(new Watcher(std::move(*database)));
}

Result<bool> Watcher::changed()
{
    const Result<QVariant> version = m_database->value(QStringLiteral("PRAGMA data_version"));
    if (!version)
        return version.error();
    const qint64 before = std::exchange(m_version, version->toLongLong());
    return before != m_version;
}

} // namespace warroom::journal
