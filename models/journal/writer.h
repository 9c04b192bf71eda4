// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/worker.h"
#include "journal/store.h"

#include <functional>

namespace warroom::journal {

/// Performs acts in order on a thread of its own, so that a stalling disk never stalls a window. A store that failed
/// is opened anew and checked before the next act.
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

    /// Retries what a redaction left; true when nothing is left. Called on the writer's thread.
    void postErase(std::function<void(bool gone)> done);

private:
    Result<Store*> store();

    Folder m_folder;
    FileIdentity m_identity;
    bool m_failed = false;
    const Clock& m_clock;
    IdSource& m_ids;
    std::unique_ptr<Store> m_store; ///< Touched by the thread only.
    Worker m_worker; ///< Ends first: its jobs use the rest.
};

} // namespace warroom::journal
