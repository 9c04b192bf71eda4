// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/writer.h"

#include <utility>

namespace warroom::journal {

Writer::Writer(Folder folder, FileIdentity store, const Clock& clock, IdSource& ids)
    : m_folder(std::move(folder)), m_identity(store), m_clock(clock), m_ids(ids), m_thread([this] { run(); })
{
}

Writer::~Writer()
{
    {
        const std::lock_guard guard(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Writer::post(incident::Submission submission, std::optional<std::vector<incident::Draft>> seen, Done done)
{
    enqueue([this, submission = std::move(submission), seen = std::move(seen), done = std::move(done)] {
        const Result<Store*> opened = store();
        const Result<Receipt> receipt = opened ? (*opened)->perform(submission, seen) : Result<Receipt>(opened.error());
        if (!receipt && isFailure(receipt.error().code) && receipt.error().code != ErrorCode::StoreGone)
            m_store.reset();
        done(receipt);
    });
}

void Writer::postErase(std::function<void(bool gone)> done)
{
    enqueue([this, done = std::move(done)] {
        const Result<Store*> opened = store();
        const Result<bool> gone = opened ? (*opened)->erase() : Result<bool>(opened.error());
        done(gone && *gone);
    });
}

void Writer::enqueue(Job job)
{
    {
        const std::lock_guard guard(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Writer::run()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty())
            break;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
    }
    m_store.reset();
}

Result<Store*> Writer::store()
{
    if (!m_store) {
        if (FileIdentity::of(m_folder.database()) != m_identity)
            return Error{ErrorCode::StoreGone, m_folder.database()};
        Result<std::unique_ptr<Store>> opened = Store::open(m_folder, m_clock, m_ids, NoStore::Refuse);
        if (!opened)
            return opened.error();
        if ((*opened)->identity() != m_identity)
            return Error{ErrorCode::StoreGone, m_folder.database()};
        m_store = std::move(*opened);
    }
    return m_store.get();
}

} // namespace warroom::journal
