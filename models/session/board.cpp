// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/board.h"

#include "journal/watcher.h"

namespace warroom::session {

namespace {

// Nobody waits for a list; the incident in view has a session that looks more often.
constexpr std::chrono::milliseconds pollEvery{500};

} // namespace

Board::Board(std::unique_ptr<journal::Store> store, std::unique_ptr<journal::Watcher> watcher)
    : m_store(std::move(store)), m_watcher(std::move(watcher))
{
    m_timer.setInterval(pollEvery);
    connect(&m_timer, &QTimer::timeout, this, &Board::poll);
    m_timer.start();
}

Board::~Board() = default;

Result<std::unique_ptr<Board>> Board::open(const journal::Folder& folder, const Clock& clock, IdSource& ids)
{
    Result<std::unique_ptr<journal::Store>> store = journal::Store::open(folder, clock, ids);
    if (!store)
        return store.error();
    Result<std::unique_ptr<journal::Watcher>> watcher = journal::Watcher::open(folder);
    if (!watcher)
        return watcher.error();
    std::unique_ptr<Board> board(new Board(std::move(*store), std::move(*watcher)));
    if (const Result<bool> before = board->m_watcher->changed(); !before)
        return before.error();
    if (const Result<void> done = board->read(); !done)
        return done.error();
    return board;
}

std::vector<IncidentId> Board::open() const
{
    std::vector<IncidentId> all;
    for (auto listed = m_listed.rbegin(); listed != m_listed.rend(); ++listed) {
        if (!state(listed->id).closed())
            all.push_back(listed->id);
    }
    return all;
}

const incident::IncidentState& Board::state(IncidentId incident) const { return m_store->state(incident); }

Result<journal::Listed> Board::find(const QString& labelOrId) { return m_store->find(labelOrId); }

Result<std::vector<journal::Hit>> Board::search(const QString& words)
{
    return journal::search(m_store->database(), words);
}

Result<void> Board::refresh(IncidentId incident)
{
    incident::IncidentState before;
    const Result<incident::Log::Change> change = m_store->refresh(incident, &before);
    if (!change)
        return change.error();
    if (*change != incident::Log::Change::None)
        Q_EMIT refreshed(incident, *change, before);
    return {};
}

Result<void> Board::read()
{
    Result<std::vector<journal::Listed>> listed = m_store->incidents();
    if (!listed)
        return listed.error();
    for (const journal::Listed& each : *listed) {
        if (const Result<void> done = refresh(each.id); !done)
            return done;
    }
    m_listed = std::move(*listed);
    return {};
}

void Board::poll()
{
    // What cannot be read now is read the next time; the session in view says loudly that it cannot.
    const Result<bool> news = m_watcher->changed();
    if (news && *news && read())
        Q_EMIT changed();
}

} // namespace warroom::session
