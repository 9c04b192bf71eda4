// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/client.h"

#include "metrics/request.h"

#include <memory>

namespace warroom::metrics {

Client::Client(const Source& source, const Clock& clock, QObject* parent)
    : QObject(parent), m_source(source), m_clock(clock)
{
}

Job* Client::ask(const Query& query)
{
    auto* const job = new Job(this);
    const quint64 number = ++m_last;
    m_jobs.insert(number, job);
    connect(job, &QObject::destroyed, this, [this, number] { m_jobs.remove(number); });
    const Result<QNetworkRequest> request = requestTo(m_source, query.path());
    if (!request) {
        const auto fail = [this, number, error = request.error()] { finish(number, {error}); };
        QMetaObject::invokeMethod(this, fail, Qt::QueuedConnection);
        return job;
    }
    auto* const transfer = new Transfer(m_network, *request, query.form(m_source.timeout), m_source.timeout, job);
    connect(transfer, &Transfer::ended, this, [this, number, transfer] { understand(number, transfer); });
    return job;
}

void Client::understand(quint64 number, Transfer* transfer)
{
    Result<Reply> reply = transfer->take();
    if (!reply) {
        finish(number, {reply.error()});
        return;
    }
    // Shared with nobody, since the parser would then take a copy of the body.
    const auto whole = std::make_shared<Reply>(std::move(*reply));
    m_worker.post([this, number, whole, now = m_clock.now()] {
        const auto outcome = std::make_shared<const Outcome>(understood(std::move(*whole), now));
        QMetaObject::invokeMethod(
            this, [this, number, outcome] { finish(number, *outcome); }, Qt::QueuedConnection);
    });
}

/// Whoever gave the query up meanwhile is not there any more.
void Client::finish(quint64 number, const Outcome& outcome)
{
    const bool lost = outcome.httpStatus == 0;
    if (std::exchange(m_lost, lost) && !lost)
        Q_EMIT reachedAgain();
    if (Job* const job = m_jobs.take(number)) {
        job->deleteLater();
        Q_EMIT job->finished(outcome);
    }
}

} // namespace warroom::metrics
