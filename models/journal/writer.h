// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/worker.h"
#include "journal/emergency.h"
#include "journal/store.h"

#include <atomic>
#include <functional>

namespace warroom::journal {

/// Performs acts in order on a thread of its own, so that a stalling disk never stalls a window. A store that failed
/// is opened anew and checked before the next act. What others could not write goes in as soon as that is possible.
class Writer
{
public:
    /// Writes into this file only: never makes a store, and not into one that took its place.
    Writer(Folder folder, FileIdentity store, const Clock& clock, IdSource& ids);
    /// Finishes what was posted.
    ~Writer();

    /// Called on the writer's thread.
    using Done = std::function<void(const Result<Receipt>&)>;
    void post(incident::Submission submission, std::optional<std::vector<incident::Draft>> seen, Done done);

    /// Keeps acts outside the log, where the next Warroom finds them, until post() has settled them. Tells the file, on
    /// the writer's thread.
    void postKeep(std::vector<KeptAct> acts, std::function<void(const Result<QString>&)> done);

    /// How many acts of others could not be taken in, at the last try.
    int leftOut() const { return m_leftOut; }

    /// Retries what a redaction left; true when nothing is left. Called on the writer's thread.
    void postErase(std::function<void(bool gone)> done);

private:
    Result<void> takeIn();
    void abandonStore();
    Result<Store*> store();

    Folder m_folder;
    FileIdentity m_identity;
    bool m_failed = false;
    const Clock& m_clock;
    IdSource& m_ids;
    Emergency m_emergency;
    std::unique_ptr<Store> m_store; ///< Touched by the thread only.
    QSet<EntryId> m_kept; ///< By postKeep(): their author posts them again himself, and sees what becomes of them.
    std::atomic<int> m_leftOut = 0;
    Worker m_worker; ///< Ends first: its jobs use the rest.
};

} // namespace warroom::journal
