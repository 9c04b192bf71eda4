// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/writer.h"

#include "journal/check.h"

#include <utility>

namespace warroom::journal {

Writer::Writer(Folder folder, FileIdentity store, const Clock& clock, IdSource& ids)
    : m_folder(std::move(folder)), m_identity(store), m_clock(clock), m_ids(ids)
{
}

Writer::~Writer()
{
    // The connection belongs to the thread.
    m_worker.post([this] { m_store.reset(); });
}

void Writer::post(incident::Submission submission, std::optional<std::vector<incident::Draft>> seen, Done done)
{
    m_worker.post([this, submission = std::move(submission), seen = std::move(seen), done = std::move(done)] {
        const Result<Store*> opened = store();
        const Result<Receipt> receipt = opened ? (*opened)->perform(submission, seen) : Result<Receipt>(opened.error());
        if (!receipt && isFailure(receipt.error().code) && receipt.error().code != ErrorCode::StoreGone) {
            m_store.reset();
            m_failed = true;
        }
        done(receipt);
    });
}

void Writer::postErase(std::function<void(bool gone)> done)
{
    m_worker.post([this, done = std::move(done)] {
        const Result<Store*> opened = store();
        const Result<bool> gone = opened ? (*opened)->erase() : Result<bool>(opened.error());
        done(gone && *gone);
    });
}

Result<Store*> Writer::store()
{
    if (!m_store) {
        if (FileIdentity::of(m_folder.database()) != m_identity)
            return Error{ErrorCode::StoreGone, m_folder.database()};
        Result<std::unique_ptr<Store>> opened = Store::open(m_folder, m_clock, m_ids);
        if (!opened)
            return opened.error();
        if ((*opened)->identity() != m_identity)
            return Error{ErrorCode::StoreGone, m_folder.database()};
        if (const Result<void> sound = m_failed ? quickCheck((*opened)->database()) : Result<void>(); !sound)
            return sound.error();
        m_failed = false;
        m_store = std::move(*opened);
    }
    return m_store.get();
}

} // namespace warroom::journal
