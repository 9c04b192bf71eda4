// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/result.h"
#include "incident/decide.h"
#include "journal/folder.h"

namespace warroom::journal {

class Database;

/// Gives the entries of one act their place in the log and writes them; inside a write transaction.
class Append
{
public:
    Append(
        Database& database, OriginId origin, const incident::Submission& submission, const Clock& clock, IdSource& ids);

    /// Reads where the log stands. To be called once, before the first write().
    Result<void> place();
    Result<EntryId> write(incident::Draft draft);

private:
    Result<QString> nextLabel(Instant occurredAt);
    /// What an entry rests on and is too large for it.
    Result<void> keepContent(const incident::Body& body);
    Result<void> keepContent(const QString& sha256, const QByteArray& bytes);

    Database& m_database;
    OriginId m_origin;
    const incident::Submission& m_submission;
    const Clock& m_clock;
    IdSource& m_ids;
    int m_written = 0;
    qint64 m_hlc = 0;
    qint64 m_originSeq = 0;
    QByteArray m_previousHash;
};

/// The greatest hybrid logical clock in the store that is not more than a day ahead of the wall; 0: none.
Result<qint64> latestClock(Database& database, Instant wall);

/// Moves the write-ahead log into the database and empties it. False where a reader holds it; never waits long, since
/// writers wait meanwhile. To be called under the store's lock.
Result<bool> checkpoint(const Folder& folder);

} // namespace warroom::journal
