// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/systemports.h"
#include "journal/database.h"
#include "journal/prepare.h"
#include "journal/store.h"

#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

namespace warroom::support {

/// Stands where the test puts it.
class HeldClock : public Clock
{
public:
    Instant wall = fromMs(1769869380000); // 2026-01-31T14:23:00Z
    Instant now() const override { return wall; }
    Milliseconds setBack{0}; ///< By how much somebody put the wall back; time went on.
    Milliseconds monotonic() const override { return wall.time_since_epoch() + setBack; }
};

/// A data folder of its own on the real disk, and what is said into it.
class StoreFolder
{
public:
    StoreFolder();
    /// In a folder made from the template (see QTemporaryDir), with ids of the test's own.
    StoreFolder(const QString& where, IdSource& given);

    HeldClock clock;
    IdSource& ids;

    journal::Folder folder() const
    {
        const QString home = m_temporary.path();
        return {home + QStringLiteral("/data"),
            {home + QStringLiteral("/state/not-saved"), home + QStringLiteral("/tmp")},
            home + QStringLiteral("/state/known")};
    }
    /// As a program does first of all.
    Result<journal::Folder> prepare(journal::NoStore none = journal::NoStore::Make)
    {
        return journal::prepare(folder(), clock, ids, none);
    }
    /// Stops the test program where it cannot be prepared.
    journal::Folder prepared();
    Result<std::unique_ptr<journal::Store>> tryOpen();
    /// Stops the test program where it cannot be opened.
    std::unique_ptr<journal::Store> open();
    /// What opening is refused with.
    std::optional<Error> refusal();

    incident::Submission say(IncidentId incident, const incident::Command& command);
    incident::Submission note(IncidentId incident, const QString& text);
    incident::Submission declare(const QString& title);
    /// Declares one and gives its id.
    IncidentId declared(journal::Store& store, const QString& title = QStringLiteral("Pool is full"));

    /// Whether a file of the folder holds the word, in any case; asked of another process, since closing the database
    /// file in this one would drop SQLite's locks.
    QStringList filesWith(const QString& word) const;
    qint64 logSize() const;

private:
    RandomIds m_random;
    QTemporaryDir m_temporary;
};

/// What `performed` wrote; stops the test where it was refused.
journal::Receipt done(const Result<journal::Receipt>& performed);

/// No file may grow beyond this size while it lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

/// A connection that knows nothing of the rules: SQLite as it comes.
class RawConnection
{
public:
    explicit RawConnection(const QString& path);
    ~RawConnection();
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    /// Empty, or what SQLite says against it.
    QString exec(const QString& sql);
    /// The first column of every row.
    QVariantList column(const QString& sql);
    QVariant value(const QString& sql) { return column(sql).value(0); }
    void dropTriggers();

private:
    QString m_name;
};

} // namespace warroom::support
