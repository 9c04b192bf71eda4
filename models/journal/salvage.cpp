// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/salvage.h"

#include "journal/columns.h"
#include "journal/database.h"
#include "journal/prepare.h"
#include "journal/replace.h"
#include "journal/textindex.h"
#include "journal/verify.h"

#include <QHash>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>
#include <utility>

namespace warroom::journal {

namespace {

/// Reads the rows of a damaged table. Where a range cannot be read to its end, what follows is tried in halves, down to
/// the single rows that are lost.
class Reader
{
public:
    using Row = std::function<void(const QSqlQuery&)>;

    /// `sql` selects the row's number first, of all between two numbers, in their order.
    Reader(Database& database, QString sql, Row row)
        : m_database(database), m_sql(std::move(sql)), m_row(std::move(row))
    {
    }

    void read(qint64 first, qint64 last)
    {
        qint64 next = first;
        const Result<void> done = m_database.each(m_sql, {first, last}, [&](const QSqlQuery& row) {
            next = row.value(0).toLongLong() + 1;
            m_row(row);
        });
        if (done || next > last)
            return;
        if (next == last)
            return readOne(next);
        const qint64 middle = next + (last - next) / 2;
        read(next, middle);
        read(middle + 1, last);
    }

private:
    void readOne(qint64 number)
    {
        // What cannot be read alone cannot be read.
        static_cast<void>(m_database.each(m_sql, {number, number}, m_row).ok());
    }

    Database& m_database;
    QString m_sql;
    Row m_row;
};

/// No table has more rows than this: a row takes at least eight bytes.
Result<qint64> mostRows(Database& database)
{
    const Result<QVariant> pages = database.value(QStringLiteral("PRAGMA page_count"));
    if (!pages)
        return pages.error();
    const Result<QVariant> size = database.value(QStringLiteral("PRAGMA page_size"));
    if (!size)
        return size.error();
    return pages->toLongLong() * size->toLongLong() / 8;
}

/// How many entries an index that can still be read knows of; 0 where none can.
qint64 entriesByIndexes(Database& database)
{
    qint64 most = 0;
    for (const char* index :
        {"entry_incident WHERE incident>=''", "entry_hlc WHERE hlc>0", "entry_act WHERE act>=''"}) {
        const Result<QVariant> count =
            database.value(QStringLiteral("SELECT count(*) FROM entry INDEXED BY ") + QLatin1String(index));
        most = std::max(most, count ? count->toLongLong() : 0);
    }
    return most;
}

class Rescue
{
public:
    Rescue(Database& from, Database& to) : m_from(from), m_to(to) { }

    Result<Salvaged> run()
    {
        const Result<qint64> most = mostRows(m_from);
        if (!most)
            return most.error();
        Result<Transaction> transaction = Transaction::begin(m_to);
        if (!transaction)
            return transaction.error();
        Reader(m_from,
            QStringLiteral("SELECT rowid, sha256, bytes FROM content NOT INDEXED WHERE rowid BETWEEN ? AND ? "
                           "ORDER BY rowid"),
            [this](const QSqlQuery& row) { takeContent(row); })
            .read(1, *most);
        Reader(m_from,
            QStringLiteral("SELECT seq, %1 FROM entry NOT INDEXED WHERE seq BETWEEN ? AND ? ORDER BY seq")
                .arg(entryColumns()),
            [this](const QSqlQuery& row) { takeEntry(row); })
            .read(1, *most);
        if (m_failure)
            return *m_failure;
        if (const Result<void> counted = count(); !counted)
            return counted.error();
        if (const Result<void> done = transaction->commit(); !done)
            return done.error();
        return m_salvaged;
    }

private:
    /// False where the row was not taken for what it says; a disk that fails ends it all.
    bool put(const Result<void>& done)
    {
        const bool disk = !done && (done.error().code == ErrorCode::StoreFull || m_failure);
        if (disk && !m_failure)
            m_failure = done.error();
        return done.ok();
    }

    void takeContent(const QSqlQuery& row)
    {
        if (!m_failure
            && put(m_to.exec(QStringLiteral("INSERT INTO content VALUES(?, ?)"), {row.value(1), row.value(2)})))
            ++m_salvaged.contents;
    }

    void takeEntry(const QSqlQuery& row)
    {
        if (m_failure)
            return;
        QVariantList values;
        for (int column = 0; column <= entryColumnCount; ++column)
            values += row.value(column);
        static const QString insert = QStringLiteral("INSERT INTO entry(seq, %1) VALUES(?, %2)")
                                          .arg(entryColumns().remove(QStringLiteral("entry.")), entryPlaceholders());
        if (!put(m_to.exec(insert, values)))
            return;
        const incident::Event event = eventFrom(row, 1);
        put(indexText(m_to, event.body));
        ++m_salvaged.entries;
        qint64& last = m_lastOf[event.envelope.origin.text()];
        last = std::max(last, event.envelope.originSeq);
    }

    Result<void> count()
    {
        qint64 known = 0;
        for (const qint64 last : std::as_const(m_lastOf))
            known += last;
        m_salvaged.missing = std::max(known, entriesByIndexes(m_from)) - m_salvaged.entries;
        const Result<QVariant> named = m_to.value(QStringLiteral(
            "SELECT count(DISTINCT named) FROM (SELECT json_extract(iif(json_valid(facts), facts, '{}'), "
            "'$.content') AS named FROM entry) WHERE named NOT IN (SELECT sha256 FROM content)"));
        if (!named)
            return named.error();
        m_salvaged.missingContents = named->toLongLong();
        // A number that was given is not given again.
        return m_to.exec(QStringLiteral(
            "INSERT INTO label SELECT substr(label, 5, 10), max(CAST(substr(label, 16) AS INTEGER)) FROM "
            "(SELECT json_extract(iif(json_valid(facts), facts, '{}'), '$.label') AS label FROM entry "
            "WHERE type='incident-declared') WHERE label LIKE 'INC-____-__-__-%' GROUP BY substr(label, 5, 10)"));
    }

    Database& m_from;
    Database& m_to;
    Salvaged m_salvaged;
    QHash<QString, qint64> m_lastOf; ///< By origin.
    std::optional<Error> m_failure;
};

/// How many entries say something else than when they were written; what is missing is no change.
Result<qint64> changedIn(Database& database)
{
    const Result<Verification> verified = verify(database);
    if (!verified)
        return verified.error();
    QSet<EntryId> changed;
    for (const Flaw& flaw : verified->flaws) {
        if (flaw.kind == Flaw::Kind::Changed || flaw.kind == Flaw::Kind::ProseChanged
            || flaw.kind == Flaw::Kind::ContentChanged)
            changed.insert(flaw.entry);
    }
    return qint64(changed.size());
}

} // namespace

Result<Salvaged> salvage(const Folder& from, const Folder& to, const Clock& clock, IdSource& ids)
{
    if (FileIdentity::of(to.database()))
        return Error{ErrorCode::StoreTaken, to.path};
    const Result<std::unique_ptr<Database>> damaged = Database::open(from.database(), Database::Access::ReadOnly);
    if (!damaged)
        return damaged.error();
    const Result<Folder> made = prepare(to, clock, ids, NoStore::Make);
    if (!made)
        return made.error();
    const Result<std::unique_ptr<Database>> fresh = Database::open(made->database(), Database::Access::ReadWrite);
    if (!fresh)
        return fresh.error();
    Result<Salvaged> salvaged = Rescue(**damaged, **fresh).run();
    if (!salvaged)
        return salvaged;
    const Result<qint64> changed = changedIn(**fresh);
    if (!changed)
        return changed.error();
    salvaged->changed = *changed;
    return salvaged;
}

Result<Repaired> repair(const Folder& folder, const Clock& clock, IdSource& ids)
{
    QTemporaryDir beside(folder.path + QStringLiteral("/salvaged-XXXXXX"));
    if (!beside.isValid())
        return Error{ErrorCode::FileUnwritable, folder.path};
    const Folder fresh{beside.path()};
    const Result<Salvaged> salvaged = salvage(folder, fresh, clock, ids);
    if (!salvaged)
        return salvaged.error();
    const Result<QString> aside = replaceLog(folder, fresh.database(), clock.now());
    if (!aside)
        return aside.error();
    return Repaired{*salvaged, *aside};
}

} // namespace warroom::journal
