// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

#include <atomic>
#include <utility>

namespace warroom::journal {

namespace {

// SQLite's primary result codes (https://sqlite.org/rescode.html). QSqlError::type() says nothing about them.
ErrorCode codeOf(int native)
{
    if (native == 266 || native == 522) // SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ
        return ErrorCode::StoreRead;
    switch (native & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorCode::StoreBusy;
    case 8: // SQLITE_READONLY
        return ErrorCode::StoreReadOnly;
    case 11: // SQLITE_CORRUPT
        return ErrorCode::StoreDamaged;
    case 13: // SQLITE_FULL
        return ErrorCode::StoreFull;
    case 14: // SQLITE_CANTOPEN
        return ErrorCode::StoreUnopenable;
    case 26: // SQLITE_NOTADB
        return ErrorCode::StoreNotOurs;
    default:
        return ErrorCode::StoreWrite;
    }
}

QString modeOf(Database::Access access)
{
    switch (access) {
    case Database::Access::ReadWrite:
        return QStringLiteral("rw");
    case Database::Access::ReadOnly:
        return QStringLiteral("ro");
    case Database::Access::Create:
        return QStringLiteral("rwc");
    }
    Q_UNREACHABLE();
}

QString freshName()
{
    static std::atomic<int> last{0};
    return QStringLiteral("warroom-%1").arg(++last);
}

} // namespace

Database::Database(QString name, QString path, const Mark& mark)
    : m_name(std::move(name)), m_path(std::move(path)), m_mark(mark)
{
}

Database::~Database()
{
    m_prepared.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(
    const QString& path, Access access, const Mark& mark, std::chrono::milliseconds busyTimeout)
{
    Result<std::unique_ptr<Database>> database = openAs(path, access, modeOf(access), mark, busyTimeout);
    // SQLite reads a write-ahead log by writing beside it. Where it cannot, the file alone is all there is if that log
    // is empty (https://sqlite.org/wal.html#readonly).
    const bool alone = QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    if (!database && access == Access::ReadOnly && alone && database.error().code != ErrorCode::StoreNotOurs)
        return openAs(path, access, QStringLiteral("ro&immutable=1"), mark, busyTimeout);
    return database;
}

Result<std::unique_ptr<Database>> Database::openAs(
    const QString& path, Access access, const QString& mode, const Mark& mark, std::chrono::milliseconds busyTimeout)
{
    const QString name = freshName();
    std::unique_ptr<Database> database(new Database(name, path, mark));
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setConnectOptions(
            QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(qint64(busyTimeout.count())));
        connection.setDatabaseName(
            QStringLiteral("file:%1?mode=%2").arg(QString::fromLatin1(QUrl::toPercentEncoding(path, "/")), mode));
        if (!connection.open())
            return Error{ErrorCode::StoreUnopenable, path};
    }
    if (const Result<void> configured = database->configure(access); !configured)
        return configured.error();
    return database;
}

Result<void> Database::configure(Access access)
{
    for (const char* pragma : {"PRAGMA wal_autocheckpoint=0", "PRAGMA foreign_keys=1", "PRAGMA secure_delete=1",
             "PRAGMA trusted_schema=0", "PRAGMA recursive_triggers=1", "PRAGMA synchronous=FULL"}) {
        if (const Result<void> done = exec(QLatin1String(pragma)); !done)
            return done;
    }
    // Before the journal mode, which is written into the file.
    if (access != Access::Create) {
        if (const Result<void> ours = checkOurs(access); !ours)
            return ours;
    }
    const QString ask =
        access == Access::ReadOnly ? QStringLiteral("PRAGMA journal_mode") : QStringLiteral("PRAGMA journal_mode=WAL");
    const Result<QVariant> mode = value(ask);
    if (!mode)
        return mode.error();
    const Result<QVariant> synchronous = value(QStringLiteral("PRAGMA synchronous"));
    if (!synchronous)
        return synchronous.error();
    constexpr int full = 2;
    if (access != Access::ReadOnly && (mode->toString() != QLatin1String("wal") || synchronous->toInt() != full))
        return Error{ErrorCode::StoreUnopenable, m_path};
    return {};
}

Result<void> Database::checkOurs(Access access)
{
    const Result<QVariant> application = value(QStringLiteral("PRAGMA application_id"));
    if (!application)
        return application.error();
    if (application->toInt() != m_mark.application)
        return Error{ErrorCode::StoreNotOurs, m_path};
    const Result<QVariant> version = value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    if (version->toInt() > m_mark.version && access != Access::ReadOnly)
        return Error{ErrorCode::StoreNewer, version->toString()};
    return {};
}

Error Database::errorOf(const QSqlQuery& query) const
{
    const QSqlError error = query.lastError();
    const ErrorCode code = codeOf(error.nativeErrorCode().toInt());
    // Where the code says all of it, SQLite's words would only frighten.
    const bool plain = code != ErrorCode::StoreWrite && code != ErrorCode::StoreRead;
    return {code, plain ? m_path : m_path + QStringLiteral(": ") + error.text().simplified()};
}

Result<QSqlQuery*> Database::run(const QString& sql, const QVariantList& values)
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return errorOf(query);
        found = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = found->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec()) {
        const Error error = errorOf(query);
        m_prepared.erase(found);
        return error;
    }
    return &query;
}

Result<void> Database::exec(const QString& sql, const QVariantList& values)
{
    const Result<QSqlQuery*> query = run(sql, values);
    if (!query)
        return query.error();
    (*query)->finish();
    return {};
}

Result<void> Database::each(const QString& sql, const QVariantList& values, const Row& row)
{
    const Result<QSqlQuery*> query = run(sql, values);
    if (!query)
        return query.error();
    while (!m_stop.stop_requested() && (*query)->next())
        row(**query);
    const bool failed = (*query)->lastError().isValid();
    const Error error = failed ? errorOf(**query) : Error{ErrorCode::StoreBusy, m_path};
    (*query)->finish();
    return failed || m_stop.stop_requested() ? Result<void>(error) : Result<void>();
}

Result<QVariant> Database::value(const QString& sql, const QVariantList& values)
{
    QVariant first;
    bool seen = false;
    const Result<void> done = each(sql, values, [&](const QSqlQuery& row) {
        if (!std::exchange(seen, true))
            first = row.value(0);
    });
    return done ? Result<QVariant>(first) : Result<QVariant>(done.error());
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (const Result<void> begun = database.exec(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

Transaction::~Transaction()
{
    if (!m_database)
        return;
    // After a failed COMMIT there is nothing left to roll back, and that is fine.
    static_cast<void>(m_database->exec(QStringLiteral("ROLLBACK")).ok());
}

Result<void> Transaction::commit()
{
    Result<void> done = m_database->exec(QStringLiteral("COMMIT"));
    if (done)
        m_database = nullptr;
    return done;
}

} // namespace warroom::journal
