// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/writer.h"

#include "journal/check.h"

#include <algorithm>
#include <utility>

namespace warroom::journal {

namespace {

constexpr std::chrono::seconds takeInEvery{2};

} // namespace

Writer::Writer(Folder folder, FileIdentity store, const Clock& clock, IdSource& ids)
    : m_folder(std::move(folder)),
      m_identity(store),
      m_clock(clock),
      m_ids(ids),
      m_emergency(m_folder),
      m_worker([this] { static_cast<void>(takeIn().ok()); }, takeInEvery)
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
        const Result<void> taken = takeIn();
        const bool busy = !taken && taken.error().code == ErrorCode::StoreBusy; // and would be waited for once more
        const Result<Store*> opened = busy ? Result<Store*>(taken.error()) : store();
        const Result<Receipt> receipt = opened ? (*opened)->perform(submission, seen) : Result<Receipt>(opened.error());
        const bool failed = !receipt && isFailure(receipt.error().code);
        if (failed && receipt.error().code != ErrorCode::StoreGone)
            abandonStore();
        if (!failed && m_kept.remove(submission.act))
            m_emergency.forget({submission.act});
        done(receipt);
    });
}

void Writer::postKeep(std::vector<KeptAct> acts, std::function<void(const Result<QString>&)> done)
{
    m_worker.post([this, acts = std::move(acts), done = std::move(done)] {
        const Result<QString> file = m_emergency.keep(acts);
        for (const KeptAct& act : acts)
            m_kept.insert(act.submission.act);
        done(file);
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

/// What others could not write.
Result<void> Writer::takeIn()
{
    if (m_folder.readOnly || m_emergency.isEmpty()) {
        m_leftOut = 0;
        return {};
    }
    const Result<Store*> opened = store();
    const Result<void> taken = opened ? m_emergency.takeIn(**opened, m_kept) : Result<void>(opened.error());
    if (!taken && taken.error().code != ErrorCode::StoreGone)
        abandonStore();
    const std::vector<KeptAct> left = m_emergency.acts();
    m_leftOut =
        int(std::ranges::count_if(left, [this](const KeptAct& act) { return !m_kept.contains(act.submission.act); }));
    return taken;
}

void Writer::abandonStore()
{
    m_store.reset();
    m_failed = true;
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
