// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/caretaker.h"

#include "journal/check.h"
#include "journal/database.h"

namespace warroom::session {

namespace {

// A redaction takes the words out of the copies too; nobody should wait an hour for that.
constexpr std::chrono::minutes lookEvery{1};
// It reads all of a log, beside a window that is still coming up.
constexpr std::chrono::seconds firstCheckAfter{1};

Result<Damage> damageOf(const journal::Folder& folder, const std::stop_token& stop)
{
    const Result<std::unique_ptr<journal::Database>> database =
        journal::Database::open(folder.database(), journal::Database::Access::ReadOnly);
    if (!database)
        return database.error();
    (*database)->stopWith(stop);
    Result<QStringList> file = journal::integrityCheck(**database);
    if (!file)
        return file.error();
    Result<journal::Verification> verification = journal::verify(**database);
    if (verification)
        return Damage{std::move(*file), std::move(verification->flaws)};
    if (verification.error().code != ErrorCode::StoreDamaged)
        return verification.error();
    return Damage{*file + QStringList{verification.error().detail}, {}};
}

} // namespace

Caretaker::Caretaker(journal::Folder folder, journal::Copies copies, const Clock& clock)
    : m_folder(std::move(folder)), m_copies(std::move(copies)), m_clock(clock)
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Caretaker::copyIfDue);
    connect(this, &Caretaker::checked, this, &Caretaker::copyIfDue);
    m_timer.start();
    QTimer::singleShot(firstCheckAfter, this, &Caretaker::check);
}

Caretaker::~Caretaker() { m_stop.request_stop(); }

void Caretaker::check()
{
    m_worker.post([this, stop = m_stop.get_token()] {
        const Result<Damage> found = damageOf(m_folder, stop);
        const auto tell = [this, found] {
            // What cannot be read to its end now says so where it is read; the next check tells more.
            if (found)
                m_damage = *found;
            Q_EMIT checked();
        };
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void Caretaker::copyIfDue()
{
    // A copy of what is damaged would push out one that is not.
    if (m_folder.readOnly || !m_damage || !m_damage->none())
        return;
    m_worker.post([this, now = m_clock.now()] {
        const Result<bool> taken = m_copies.takeIfDue(m_folder, now);
        const auto tell = [this, problem = taken ? std::nullopt : std::optional(taken.error())] {
            if (std::exchange(m_copyProblem, problem) != problem)
                Q_EMIT copyProblemChanged();
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

} // namespace warroom::session
