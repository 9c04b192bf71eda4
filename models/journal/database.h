// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "journal/schema.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>
#include <stop_token>
#include <unordered_map>

namespace warroom::journal {

/// One connection to the store's SQLite file, used on the thread that opened it. Nothing else may open that file: any
/// close() of it in this process drops SQLite's locks.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly, Create };
    /// What a file of ours says of itself.
    struct Mark {
        int application = applicationId; ///< PRAGMA application_id
        int version = schemaVersion; ///< PRAGMA user_version, the newest that is written.
    };

    /// Sets the pragmas and reads back those that durability depends on. A file without our mark is left as it is:
    /// StoreNotOurs. One of a newer Warroom is only read: StoreNewer for any other access.
    static Result<std::unique_ptr<Database>> open(
        const QString& path, Access access, std::chrono::milliseconds busyTimeout = std::chrono::seconds(5))
    {
        return open(path, access, Mark(), busyTimeout);
    }
    static Result<std::unique_ptr<Database>> open(const QString& path, Access access, const Mark& mark,
        std::chrono::milliseconds busyTimeout = std::chrono::seconds(5));
    ~Database();

    Result<void> exec(const QString& sql, const QVariantList& values = {});
    using Row = std::function<void(const QSqlQuery&)>;
    /// Every row to the end; a read error is an error, not an early end.
    Result<void> each(const QString& sql, const QVariantList& values, const Row& row);
    /// From now on a query that gives rows ends early, with StoreBusy, once this is asked to stop.
    void stopWith(std::stop_token stop) { m_stop = std::move(stop); }
    /// The first column of the first row, null where there is none.
    Result<QVariant> value(const QString& sql, const QVariantList& values = {});

private:
    Database(QString name, QString path, const Mark& mark);
    static Result<std::unique_ptr<Database>> openAs(const QString& path, Access access, const QString& mode,
        const Mark& mark, std::chrono::milliseconds busyTimeout);
    Result<void> configure(Access access);
    Result<void> checkOurs(Access access);
    Result<QSqlQuery*> run(const QString& sql, const QVariantList& values);
    Error errorOf(const QSqlQuery& query) const;

    QString m_name;
    QString m_path;
    Mark m_mark;
    std::stop_token m_stop;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

/// A write transaction that rolls back unless it was committed.
class Transaction
{
public:
    /// BEGIN IMMEDIATE: a deferred one fails at once when another process wrote meanwhile.
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) { }
    Database* m_database;
};

} // namespace warroom::journal
