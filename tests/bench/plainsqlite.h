// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace warroom::bench {

class PlainStatement;

/// SQLite's C interface and nothing over it: what the journal is compared with. Any error stops the program.
class PlainSqlite
{
public:
    explicit PlainSqlite(const QString& path);
    ~PlainSqlite();
    PlainSqlite(const PlainSqlite&) = delete;
    PlainSqlite& operator=(const PlainSqlite&) = delete;

    void exec(const char* sql);
    /// As durable as the journal: a write-ahead log that every commit takes to the disk, moved when it is asked for.
    void beDurable();
    PlainStatement prepare(const QByteArray& sql);

private:
    sqlite3* m_database = nullptr;
};

class PlainStatement
{
public:
    explicit PlainStatement(sqlite3_stmt* statement) : m_statement(statement) { }
    PlainStatement(PlainStatement&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) { }
    ~PlainStatement();
    PlainStatement& operator=(const PlainStatement&) = delete;

    void bind(int index, qint64 value);
    void bind(int index, const QByteArray& text);
    void bindBlob(int index, const QByteArray& bytes);
    /// The values of the row that the other one stands on, in their order.
    void bindRow(const PlainStatement& other);
    /// False at the end.
    bool step();
    void reset();
    void run()
    {
        step();
        reset();
    }
    QByteArray text(int column) const;
    qint64 number(int column) const;
    /// Reads every row with every column; gives the rows.
    qint64 readAll();

private:
    sqlite3_stmt* m_statement;
};

} // namespace warroom::bench
