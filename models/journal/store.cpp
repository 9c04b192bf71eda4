// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/store.h"

#include "incident/quoting.h"
#include "journal/append.h"
#include "journal/columns.h"
#include "journal/database.h"
#include "journal/drafts.h"
#include "journal/origin.h"
#include "journal/redact.h"
#include "journal/storelock.h"

#include <QFileInfo>

#include <algorithm>

namespace warroom::journal {

namespace {

constexpr qint64 largeLog = 4 << 20;

/// `state` is what it was before the redaction.
void forgetDraftsOf(
    const Folder& folder, const incident::IncidentState& state, const std::vector<incident::Draft>& redaction)
{
    std::vector<EntryId> entries;
    QSet<EntryId> acts;
    for (const incident::Draft& draft : redaction) {
        if (const auto* redacted = std::get_if<incident::EntryRedacted>(&draft.body))
            entries.insert(entries.end(), redacted->entries.begin(), redacted->entries.end());
    }
    for (const EntryId& entry : entries)
        acts.insert(state.acts.value(entry));
    forgetDrafts(folder, acts, incident::tellingWords(state, entries));
}

} // namespace

Store::Store(Folder folder, const Clock& clock, IdSource& ids) : m_folder(std::move(folder)), m_clock(clock), m_ids(ids)
{
}

Result<std::unique_ptr<Store>> Store::open(const Folder& folder, const Clock& clock, IdSource& ids)
{
    std::unique_ptr<Store> store(new Store(folder, clock, ids));
    if (const Result<void> prepared = store->prepare(); !prepared)
        return prepared.error();
    return store;
}

Store::~Store()
{
    if (readOnly())
        return;
    // The last connection to close checkpoints. Whoever holds the lock for long has a connection of his own, so this
    // one is not the last then.
    const Result<StoreLock> lock = StoreLock::take(m_folder.lock(), std::chrono::milliseconds(100));
    m_database.reset();
}

Result<void> Store::prepare()
{
    const std::optional<FileIdentity> identity = FileIdentity::of(m_folder.database());
    if (!identity)
        return Error{ErrorCode::StoreMissing, m_folder.database()};
    m_identity = *identity;
    Result<std::unique_ptr<Database>> database =
        Database::open(m_folder.database(), readOnly() ? Database::Access::ReadOnly : Database::Access::ReadWrite);
    if (!database)
        return database.error();
    m_database = std::move(*database);
    if (const Result<void> settled = readOnly() ? Result<void>() : settleOrigin(); !settled)
        return settled;
    m_logIdentity = FileIdentity::of(m_folder.writeAheadLog());
    // A redaction that another window held up: nothing depends on it succeeding now.
    static_cast<void>(erase().ok());
    return {};
}

Result<void> Store::settleOrigin()
{
    const Result<OriginId> origin = originOf(*m_database, m_identity);
    if (!origin)
        return origin.error();
    if (!origin->isNull()) {
        m_origin = *origin;
        return {};
    }
    const Result<StoreLock> lock = StoreLock::take(m_folder.lock());
    if (!lock)
        return lock.error();
    const Result<OriginId> started = startOrigin(*m_database, m_identity, {m_ids.next(m_clock.now())});
    if (!started)
        return started.error();
    m_origin = *started;
    return {};
}

Result<void> Store::checkIdentity() const
{
    if (FileIdentity::of(m_folder.database()) != m_identity)
        return Error{ErrorCode::StoreGone, m_folder.database()};
    // Of a log that is only read it comes and goes with those who write.
    if (!readOnly() && FileIdentity::of(m_folder.writeAheadLog()) != m_logIdentity)
        return Error{ErrorCode::StoreGone, m_folder.writeAheadLog()};
    return {};
}

Result<Receipt> Store::perform(
    const incident::Submission& submission, const std::optional<std::vector<incident::Draft>>& seen)
{
    if (readOnly())
        return *readOnly();
    if (const Result<void> same = checkIdentity(); !same)
        return same.error();
    const Result<StoreLock> lock = StoreLock::take(m_folder.lock());
    if (!lock)
        return lock.error();
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();

    const Result<std::optional<Receipt>> before = earlier(submission);
    if (!before)
        return before.error();
    if (*before) {
        const Result<void> durable = settle(*transaction);
        return durable ? Result<Receipt>(**before) : Result<Receipt>(durable.error());
    }

    if (const Result<incident::Log::Change> read = refresh(submission.incident); !read)
        return read.error();
    const Result<Instant> current = now();
    if (!current)
        return current.error();
    const Result<std::vector<incident::Draft>> drafts =
        incident::decide(state(submission.incident), submission, *current);
    if (!drafts)
        return drafts.error();
    if (seen && !sameDecision(*seen, *drafts))
        return Error{ErrorCode::ChangedMeanwhile, {}};
    if (drafts->empty())
        return Receipt{submission.act, submission.incident, {}, false, false};

    Result<Receipt> receipt = write(submission, *drafts, seen);
    if (!receipt)
        return receipt;
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    if (redacts(*drafts)) {
        forgetDraftsOf(m_folder, state(submission.incident), *drafts);
        const Result<bool> gone = eraseUnderLock();
        receipt->erasing = !gone || !*gone;
    } else {
        checkpointIfLarge();
    }
    return receipt;
}

Result<Receipt> Store::write(const incident::Submission& submission, const std::vector<incident::Draft>& drafts,
    const std::optional<std::vector<incident::Draft>>& seen)
{
    Append append(*m_database, m_origin, submission, m_clock, m_ids);
    if (const Result<void> placed = append.place(); !placed)
        return placed.error();
    Receipt receipt{submission.act, submission.incident, {}, false, false};
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        incident::Draft draft = drafts[i];
        if (seen)
            draft.basis = (*seen)[i].basis;
        const Result<EntryId> written = append.write(draft);
        if (!written)
            return written.error();
        receipt.entries.push_back(*written);
        if (const auto* redacted = std::get_if<incident::EntryRedacted>(&draft.body)) {
            if (const Result<void> emptied = emptyProse(*m_database, *redacted); !emptied)
                return emptied.error();
        }
    }
    return receipt;
}

Result<std::optional<Receipt>> Store::earlier(const incident::Submission& submission)
{
    std::optional<Receipt> receipt;
    bool another = false;
    const Result<void> read =
        m_database->each(QStringLiteral("SELECT id, incident, occurred_at FROM entry WHERE act=? ORDER BY seq"),
            {submission.act.text()}, [&](const QSqlQuery& row) {
                if (!receipt) {
                    receipt = Receipt{submission.act, submission.incident, {}, true, false};
                    another = row.value(1).toString() != submission.incident.text()
                        || row.value(2).toLongLong() != toMs(submission.occurredAt);
                }
                receipt->entries.push_back(EntryId::fromText(row.value(0).toString()).value_or(EntryId{}));
            });
    if (!read)
        return read.error();
    if (another)
        return Error{ErrorCode::IdTaken, submission.act.text()};
    return receipt;
}

Result<void> Store::settle(Transaction& transaction)
{
    // A commit takes to the disk all of the log before it, provided that it changes something.
    const Result<void> counted = m_database->exec(QStringLiteral(
        "INSERT INTO meta VALUES('repeated', '1') ON CONFLICT(key) DO UPDATE SET value=CAST(value+1 AS TEXT)"));
    return counted ? transaction.commit() : counted;
}

Result<bool> Store::holds(EntryId act)
{
    const Result<QVariant> found =
        m_database->value(QStringLiteral("SELECT 1 FROM entry WHERE act=? LIMIT 1"), {act.text()});
    return found ? Result<bool>(!found->isNull()) : Result<bool>(found.error());
}

void Store::checkpointIfLarge()
{
    // What it cannot move now it moves next time; the entries are safe in the log.
    if (QFileInfo(m_folder.writeAheadLog()).size() > largeLog)
        static_cast<void>(checkpoint(m_folder).ok());
}

Result<bool> Store::erase()
{
    if (readOnly())
        return *readOnly();
    const Result<bool> pending = erasePending(*m_database);
    if (!pending || !*pending)
        return pending ? Result<bool>(true) : pending;
    if (const Result<void> same = checkIdentity(); !same)
        return same.error();
    const Result<StoreLock> lock = StoreLock::take(m_folder.lock());
    if (!lock)
        return lock.error();
    return eraseUnderLock();
}

Result<bool> Store::eraseUnderLock()
{
    const Result<bool> gone = checkpoint(m_folder);
    if (!gone || !*gone)
        return gone;
    const Result<void> done = eraseDone(*m_database);
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<incident::Log::Change> Store::refresh(IncidentId incident, incident::IncidentState* before)
{
    Seen& seen = m_seen[incident];
    std::vector<incident::Event> newer;
    qint64 last = seen.last;
    if (last == 0) {
        // Rows that move to a larger place again and again would cost a tenth of the first reading.
        const Result<QVariant> count =
            m_database->value(QStringLiteral("SELECT count(*) FROM entry WHERE incident=?"), {incident.text()});
        if (!count)
            return count.error();
        newer.reserve(std::size_t(count->toULongLong()));
    }
    const Result<void> read = m_database->each(
        QStringLiteral("SELECT seq, %1 FROM entry WHERE incident=? AND seq>? ORDER BY seq").arg(bytesToFold()),
        {incident.text(), seen.last}, [&](const QSqlQuery& row) {
            last = row.value(0).toLongLong();
            newer.push_back(eventToFold(row, 1, incident));
        });
    if (!read)
        return read.error();
    seen.last = last;
    return seen.log.take(std::move(newer), before);
}

const incident::IncidentState& Store::state(IncidentId incident) { return m_seen[incident].log.state(); }

Result<std::optional<QByteArray>> Store::content(const QString& sha256)
{
    const Result<QVariant> bytes =
        m_database->value(QStringLiteral("SELECT bytes FROM content WHERE sha256=?"), {sha256});
    if (!bytes)
        return bytes.error();
    return bytes->isNull() ? std::optional<QByteArray>() : std::optional(bytes->toByteArray());
}

Result<Instant> Store::now()
{
    const Instant now = m_clock.ongoing();
    const Result<qint64> latest = latestClock(*m_database, now);
    if (!latest)
        return latest.error();
    return std::max(now, fromMs(*latest >> 16));
}

} // namespace warroom::journal
