// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/redact.h"

#include "incident/codec.h"
#include "journal/columns.h"
#include "journal/database.h"

#include <algorithm>

namespace warroom::journal {

namespace {

Result<void> emptyEntry(Database& database, EntryId id)
{
    qint64 seq = 0;
    QString indexed;
    const Result<void> read = database.each(QStringLiteral("SELECT seq, %1 FROM entry WHERE id=?").arg(entryBytes()),
        {id.text()}, [&](const QSqlQuery& row) {
            seq = row.value(0).toLongLong();
            indexed = incident::proseText(eventFrom(row, 1).body);
        });
    if (!read)
        return read;
    if (!indexed.isEmpty()) {
        const Result<void> removed = database.exec(
            QStringLiteral("INSERT INTO entry_text(entry_text, rowid, text) VALUES('delete', ?, ?)"), {seq, indexed});
        if (!removed)
            return removed;
    }
    return database.exec(QStringLiteral("UPDATE entry SET prose=NULL WHERE seq=? AND prose IS NOT NULL"), {seq});
}

} // namespace

bool redacts(const std::vector<incident::Draft>& drafts)
{
    return std::any_of(drafts.begin(), drafts.end(),
        [](const incident::Draft& draft) { return std::holds_alternative<incident::EntryRedacted>(draft.body); });
}

Result<void> emptyProse(Database& database, const incident::EntryRedacted& redacted)
{
    for (const EntryId& id : redacted.entries) {
        if (const Result<void> emptied = emptyEntry(database, id); !emptied)
            return emptied;
    }
    for (const QString& sha256 : redacted.contents) {
        const Result<void> emptied =
            database.exec(QStringLiteral("UPDATE content SET bytes=NULL WHERE sha256=?"), {sha256});
        if (!emptied)
            return emptied;
    }
    // Deleting from the index only hides the words; merging all of it into one segment is what drops them.
    if (const Result<void> merged =
            database.exec(QStringLiteral("INSERT INTO entry_text(entry_text) VALUES('optimize')"));
        !merged)
        return merged;
    return database.exec(QStringLiteral("INSERT INTO meta VALUES('erasing', '1') ON CONFLICT(key) DO NOTHING"));
}

Result<bool> erasePending(Database& database)
{
    const Result<QVariant> pending = database.value(QStringLiteral("SELECT 1 FROM meta WHERE key='erasing'"));
    return pending ? Result<bool>(!pending->isNull()) : Result<bool>(pending.error());
}

Result<void> eraseDone(Database& database)
{
    return database.exec(QStringLiteral("DELETE FROM meta WHERE key='erasing'"));
}

} // namespace warroom::journal
