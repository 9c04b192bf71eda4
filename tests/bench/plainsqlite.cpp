// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plainsqlite.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace warroom::bench {

namespace {

void check(sqlite3* database, int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    std::fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(database));
    std::exit(2);
}

} // namespace

PlainSqlite::PlainSqlite(const QString& path)
{
    check(m_database, sqlite3_open(path.toUtf8().constData(), &m_database));
    check(m_database, sqlite3_busy_timeout(m_database, 5000));
}

PlainSqlite::~PlainSqlite() { sqlite3_close_v2(m_database); }

void PlainSqlite::exec(const char* sql) { check(m_database, sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr)); }

void PlainSqlite::beDurable()
{
    exec("PRAGMA journal_mode=WAL");
    exec("PRAGMA synchronous=FULL");
    exec("PRAGMA wal_autocheckpoint=0");
}

PlainStatement PlainSqlite::prepare(const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    check(m_database,
        sqlite3_prepare_v3(m_database, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return PlainStatement(statement);
}

PlainStatement::~PlainStatement() { sqlite3_finalize(m_statement); }
void PlainStatement::bind(int index, qint64 value) { sqlite3_bind_int64(m_statement, index, value); }

void PlainStatement::bind(int index, const QByteArray& text)
{
    sqlite3_bind_text(m_statement, index, text.constData(), int(text.size()), SQLITE_TRANSIENT);
}

void PlainStatement::bindBlob(int index, const QByteArray& bytes)
{
    sqlite3_bind_blob(m_statement, index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

void PlainStatement::bindRow(const PlainStatement& other)
{
    for (int i = 0; i < sqlite3_column_count(other.m_statement); ++i)
        sqlite3_bind_value(m_statement, i + 1, sqlite3_column_value(other.m_statement, i));
}

bool PlainStatement::step()
{
    const int code = sqlite3_step(m_statement);
    check(sqlite3_db_handle(m_statement), code);
    return code == SQLITE_ROW;
}

void PlainStatement::reset() { sqlite3_reset(m_statement); }

QByteArray PlainStatement::text(int column) const
{
    return {
        static_cast<const char*>(sqlite3_column_blob(m_statement, column)), sqlite3_column_bytes(m_statement, column)};
}

qint64 PlainStatement::number(int column) const { return sqlite3_column_int64(m_statement, column); }

qint64 PlainStatement::readAll()
{
    qint64 rows = 0;
    const int columns = sqlite3_column_count(m_statement);
    while (step()) {
        for (int i = 0; i < columns; ++i)
            static_cast<void>(sqlite3_column_blob(m_statement, i));
        ++rows;
    }
    reset();
    return rows;
}

} // namespace warroom::bench
