// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "incident/people.h"
#include "incident/quoting.h"
#include "journal/emergency.h"
#include "journal/watcher.h"
#include "journal/writer.h"

#include <algorithm>

namespace warroom::session {

namespace {

constexpr std::chrono::milliseconds pollEvery{100};
constexpr std::chrono::milliseconds slowAfter{1000};
constexpr std::chrono::milliseconds retryAfter{2000};
constexpr std::chrono::milliseconds draftAfter{200};

} // namespace

Session::Session(Setup setup) : m_setup(std::move(setup))
{
    m_pollTimer.setInterval(pollEvery);
    connect(&m_pollTimer, &QTimer::timeout, this, &Session::poll);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(slowAfter);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        // One that failed before stays so in sight while it is tried again.
        if (m_pending.front().stage != Pending::Stage::Saving)
            return;
        m_pending.front().stage = Pending::Stage::Slow;
        m_saveState.slow = true;
        Q_EMIT pendingChanged();
        Q_EMIT saveStateChanged();
    });
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(retryAfter);
    connect(&m_retryTimer, &QTimer::timeout, this, [this] {
        if (!m_pending.empty() && !m_posted)
            postFirst();
    });
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftAfter);
    connect(&m_draftTimer, &QTimer::timeout, this, &Session::keepDrafts);
}

Session::~Session()
{
    m_writer.reset();
    if (m_draftTimer.isActive())
        keepDrafts();
}

Result<std::unique_ptr<Session>> Session::open(Setup setup)
{
    std::unique_ptr<Session> session(new Session(std::move(setup)));
    if (const Result<void> started = session->start(); !started)
        return started.error();
    return session;
}

Result<void> Session::start()
{
    const journal::Folder& folder = m_setup.board.folder();
    m_saveState.readOnly = folder.readOnly;
    if (const Result<void> there = m_setup.board.store().checkIdentity(); !there)
        return there;
    Result<std::unique_ptr<journal::Watcher>> watcher = journal::Watcher::open(folder);
    if (!watcher)
        return watcher.error();
    m_watcher = std::move(*watcher);
    m_playbook = m_setup.declareWith;
    connect(&m_setup.board, &Board::refreshed, this, &Session::showChange);
    if (const Result<void> read = refresh(); !read)
        return read;
    m_drafts = std::make_unique<journal::Drafts>(folder, m_setup.incident, m_setup.ids.next(m_setup.clock.now()));
    m_writer = std::make_unique<journal::Writer>(folder, m_setup.board.store().identity(), m_setup.clock, m_setup.ids);
    m_pollTimer.start();
    return {};
}

const incident::IncidentState& Session::state() const
{
    static const incident::IncidentState nothing;
    return m_shown ? m_setup.board.state(*m_shown) : nothing;
}

const playbook::Playbook& Session::playbook() const { return m_playbook.playbook; }
QByteArray Session::playbookBytes() const { return m_playbook.bytes; }

Result<std::optional<QByteArray>> Session::content(const QString& sha256)
{
    return m_setup.board.store().content(sha256);
}

void Session::declareWith(const LoadedPlaybook& playbook)
{
    m_setup.declareWith = playbook;
    if (m_shown)
        return;
    m_playbook = playbook;
    Q_EMIT refolded();
}

incident::PersonRef Session::me() const { return incident::personNamed(m_setup.me, m_playbook.playbook); }
const std::vector<Pending>& Session::pending() const { return m_pending; }
const SaveState& Session::saveState() const { return m_saveState; }

Instant Session::now() const
{
    const Result<Instant> seen = m_setup.board.store().now();
    return seen ? *seen : m_setup.clock.now();
}

EntryId Session::submit(const QString& line, Instant firstKey, const incident::Command& command, Instant occurredAt,
    const std::optional<incident::PersonRef>& by, std::optional<EntryId> act)
{
    if (!m_setup.incident || (std::holds_alternative<incident::Declare>(command) && state().declared()))
        m_setup.incident = IncidentId{m_setup.ids.next(m_setup.clock.now())};
    Pending pending{{act.value_or(EntryId{m_setup.ids.next(m_setup.clock.now())}), *m_setup.incident, me(), by,
                        occurredAt, command},
        line, firstKey, Pending::Stage::Saving, {}};
    const EntryId id = pending.submission.act;
    m_pending.push_back(std::move(pending));
    keepDrafts();
    Q_EMIT pendingChanged();
    if (!m_posted)
        postFirst();
    return id;
}

void Session::postFirst()
{
    const Pending& first = m_pending.front();
    // What this window shows is what the author decided on; the store refuses when it has moved on since.
    const bool sameIncident = state().id == first.submission.incident || state().id.isNull();
    std::optional<std::vector<incident::Draft>> seen;
    if (sameIncident) {
        const Result<std::vector<incident::Draft>> drafts = incident::decide(state(), first.submission, now());
        if (drafts)
            seen = *drafts;
    }
    m_posted = true;
    m_slowTimer.start();
    m_writer->post(first.submission, std::move(seen), [this](const Result<journal::Receipt>& receipt) {
        QMetaObject::invokeMethod(
            this, [this, receipt] { finish(receipt); }, Qt::QueuedConnection);
    });
}

void Session::finish(const Result<journal::Receipt>& receipt)
{
    if (!receipt && isFailure(receipt.error().code)) {
        keepOutside(receipt.error());
        return;
    }
    m_posted = false;
    m_slowTimer.stop();
    m_saveState.slow = false;
    const Pending done = std::move(m_pending.front());
    m_pending.erase(m_pending.begin());
    keepDrafts();
    m_saveState.problem.reset();
    // What is said after a refused declaration is said of the incident that is still shown.
    if (!receipt && m_shown && std::holds_alternative<incident::Declare>(done.submission.command))
        m_setup.incident = m_shown;
    if (receipt) {
        m_saveState.erasing = m_saveState.erasing || receipt->erasing;
        if (!receipt->entries.empty())
            m_saveState.lastSaved = m_setup.clock.now();
        showUnread(refresh());
    }
    Q_EMIT pendingChanged();
    Q_EMIT saveStateChanged();
    if (!receipt)
        Q_EMIT refused(done.line, receipt.error());
    else if (receipt->entries.empty())
        Q_EMIT alreadySo(done.line);
    else
        Q_EMIT saved(receipt->act);
    if (!m_pending.empty() && !m_posted)
        postFirst();
}

/// All that waits, in a file outside the log, before the failure is said: what is said of it then is true.
void Session::keepOutside(const Error& error)
{
    std::vector<journal::KeptAct> acts;
    for (const Pending& pending : m_pending)
        acts.push_back({pending.submission, pending.line, pending.firstKey});
    const std::size_t count = acts.size();
    m_writer->postKeep(std::move(acts), [this, error, count](const Result<QString>& file) {
        const auto tell = [this, failed = Error{error.code, error.detail, file ? *file : QString()}, count] {
            m_pending.size() > count ? keepOutside(failed) : fail(failed); // more was said meanwhile
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void Session::fail(const Error& error)
{
    m_posted = false;
    m_slowTimer.stop();
    m_saveState.slow = false;
    for (Pending& pending : m_pending) {
        pending.stage = Pending::Stage::Failed;
        pending.problem = error;
    }
    m_saveState.problem = error;
    m_retryTimer.start();
    Q_EMIT pendingChanged();
    Q_EMIT saveStateChanged();
}

void Session::retry()
{
    m_retryTimer.stop();
    if (m_pending.empty() || m_posted)
        return;
    for (Pending& pending : m_pending) {
        pending.stage = Pending::Stage::Saving;
        pending.problem.reset();
    }
    Q_EMIT pendingChanged();
    postFirst();
}

void Session::poll()
{
    // A file that went away is said before somebody relies on it: what is read here is in no file of the folder.
    const Result<void> there = m_setup.board.store().checkIdentity();
    const Result<bool> changed = there ? m_watcher->changed() : Result<bool>(there.error());
    if (!changed)
        showUnread(changed.error());
    else if (*changed || m_unread)
        showUnread(refresh());
    pollErasing();
    const int before = std::exchange(m_saveState.leftOut, m_writer->leftOut());
    if (before != m_saveState.leftOut)
        Q_EMIT saveStateChanged();
}

/// One try at a time: each waits a moment for the other window to let go.
void Session::pollErasing()
{
    if (!m_saveState.erasing || std::exchange(m_erasePosted, true))
        return;
    m_writer->postErase([this](bool gone) {
        const auto tell = [this, gone] {
            m_erasePosted = false;
            if (gone && std::exchange(m_saveState.erasing, false))
                Q_EMIT saveStateChanged();
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

/// A failure to read stays in view until a later one succeeds.
void Session::showUnread(const Result<void>& read)
{
    const std::optional<Error> before = m_saveState.problem;
    if (std::exchange(m_unread, !read) && read)
        m_saveState.problem.reset();
    // The same about a line that failed says more: where that is kept.
    if (!read && (!before || before->code != read.error().code))
        m_saveState.problem = read.error();
    if (m_saveState.problem != before)
        Q_EMIT saveStateChanged();
}

Result<void> Session::refresh()
{
    if (!m_setup.incident)
        return {};
    if (const Result<void> read = m_setup.board.refresh(*m_setup.incident); !read)
        return read;
    const bool other = m_shown != m_setup.incident && !m_setup.board.state(*m_setup.incident).id.isNull();
    return other ? turnTo(*m_setup.incident) : Result<void>();
}

Result<void> Session::turnTo(IncidentId incident)
{
    Result<LoadedPlaybook> adopted = playbookOf(m_setup.board.state(incident), m_setup.board.store());
    if (!adopted)
        return adopted.error();
    m_playbook = std::move(*adopted);
    if (m_drafts)
        m_drafts->follow(incident);
    m_shown = incident;
    Q_EMIT refolded();
    return {};
}

void Session::showChange(IncidentId incident, incident::Log::Change change, const incident::IncidentState& before)
{
    if (incident != m_shown)
        return;
    if (change == incident::Log::Change::Appended) {
        Q_EMIT appended();
        return;
    }
    if (const QSet<QString> erased = incident::wordsErased(before, state()); !erased.isEmpty()) {
        m_erased.unite(erased);
        keepDrafts();
    }
    Q_EMIT refolded();
}

void Session::keepDrafts()
{
    std::vector<Leftover> lines;
    for (const Pending& pending : m_pending)
        lines.push_back({pending.submission.act, pending.line, pending.firstKey});
    for (const Leftover& unsent : m_unsent)
        lines.push_back({unsent.act, incident::without(m_erased, unsent.line), unsent.firstKey});
    m_drafts->keep(lines);
}

std::vector<Leftover> Session::takeLeftovers()
{
    std::vector<Leftover> lines = m_drafts->take();
    QSet<EntryId> there; // or on its way into the log without anybody's doing
    for (const journal::KeptAct& kept : journal::Emergency(m_setup.board.folder()).acts())
        there.insert(kept.submission.act);
    // A window may have ended between the saving and the end of its draft.
    std::erase_if(lines, [&](const Leftover& line) {
        const Result<bool> held = line.act ? m_setup.board.store().holds(*line.act) : Result<bool>(false);
        const bool twice = line.act && there.contains(*line.act);
        if (line.act)
            there.insert(*line.act);
        return twice || (held && *held);
    });
    m_unsent = lines;
    keepDrafts();
    return lines;
}

void Session::keepUnsent(std::vector<Leftover> lines)
{
    m_unsent = std::move(lines);
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
}

} // namespace warroom::session
