// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/result.h"
#include "incident/decide.h"
#include "incident/fold.h"
#include "journal/folder.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

/// The log on disk: one SQLite file a workstation, written by several processes of one person.
namespace warroom::journal {

class Database;
class Transaction;

/// What became of an act.
struct Receipt {
    EntryId act;
    IncidentId incident;
    std::vector<EntryId> entries; ///< Empty where it was already so.
    bool repeated = false; ///< It was on disk before; nothing was written again.
    bool erasing = false; ///< A redaction whose last copy waits for another window to let go.
};

/// One incident as lists show it.
struct Listed {
    IncidentId id;
    QString label; ///< As declared; where two stores gave the same one, the later has `-` and four hex digits.
};

/// A connection to the store, with the append protocol. Belongs to the thread that opened it.
class Store
{
public:
    /// Opens the store of a folder that prepare() gave.
    static Result<std::unique_ptr<Store>> open(const Folder& folder, const Clock& clock, IdSource& ids);
    ~Store();

    /// One act: decides on what is on disk now, writes all of its entries or none, and returns when they are durable.
    /// `seen` is what the author's window decided: when the store decides otherwise, ChangedMeanwhile, nothing
    /// written. The same act again is a success without a second writing, durable by then; IdTaken when its id was
    /// another act's.
    Result<Receipt> perform(
        const incident::Submission& submission, const std::optional<std::vector<incident::Draft>>& seen = {});

    /// All incidents, the latest declared first.
    Result<std::vector<Listed>> incidents();
    /// By label, unambiguous prefix of a label, or UUID. UnknownIncident, AmbiguousIncident (detail: the candidates).
    Result<Listed> find(const QString& labelOrId);

    /// Takes in what was written about the incident since the last call. `before` is as of incident::Log::take().
    Result<incident::Log::Change> refresh(IncidentId incident, incident::IncidentState* before = nullptr);
    /// What the incident came to at the last refresh().
    const incident::IncidentState& state(IncidentId incident);
    /// The bytes of a content, none where it was redacted or is not there.
    Result<std::optional<QByteArray>> content(const QString& sha256);

    /// Whether the act is on disk.
    Result<bool> holds(EntryId act);

    /// The time of day, going on where the clock was set back, or the latest moment the store has seen where it is
    /// behind that; entries of a clock that was more than a day ahead do not count.
    Result<Instant> now();

    const Folder& folder() const { return m_folder; }
    /// The file that was opened.
    const FileIdentity& identity() const { return m_identity; }
    /// StoreGone where the path leads to another file by now, or to none.
    Result<void> checkIdentity() const;
    /// Why every act is refused here; none: it is written as usual.
    const std::optional<Error>& readOnly() const { return m_folder.readOnly; }

    /// Whether the rest of a redaction has left every file. Called again until it is true.
    Result<bool> erase();

    Database& database() { return *m_database; }

private:
    struct Seen {
        incident::Log log;
        qint64 last = 0;
    };

    Store(Folder folder, const Clock& clock, IdSource& ids);
    Result<void> prepare();
    Result<void> settleOrigin();
    Result<Receipt> write(const incident::Submission& submission, const std::vector<incident::Draft>& drafts,
        const std::optional<std::vector<incident::Draft>>& seen);
    Result<std::optional<Receipt>> earlier(const incident::Submission& submission);
    /// What the log holds may be in the kernel's memory only, when whoever wrote it was killed before the disk had it.
    Result<void> settle(Transaction& transaction);
    void checkpointIfLarge();
    Result<bool> eraseUnderLock();

    Folder m_folder;
    const Clock& m_clock;
    IdSource& m_ids;
    std::unique_ptr<Database> m_database;
    FileIdentity m_identity;
    std::optional<FileIdentity> m_logIdentity;
    OriginId m_origin;
    std::unordered_map<IncidentId, Seen> m_seen;
};

} // namespace warroom::journal
