// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/poll.h"

#include <algorithm>

namespace warroom::metrics {

Poll::Poll(Client& client, const Clock& clock, Pace pace, QObject* parent)
    : QObject(parent), m_client(client), m_clock(clock), m_pace(pace)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Poll::start);
    connect(&m_client, &Client::reachedAgain, this, &Poll::hurry);
}

Poll::~Poll() { delete m_job; }

void Poll::ask(Asking asking)
{
    m_asking = std::move(asking);
    m_failures = 0;
    delete m_job;
    start();
}

void Poll::show(bool visible)
{
    if (std::exchange(m_visible, visible) != visible && m_asking && !m_job)
        plan();
}

void Poll::hurry()
{
    // What the server asked for goes before what we would like.
    if (m_asking && !m_job && m_atLeast.count() == 0)
        start();
}

void Poll::start()
{
    m_next.stop();
    m_asked = m_clock.monotonic();
    m_job = m_client.ask(m_asking(m_clock.now()));
    connect(m_job, &Job::finished, this, &Poll::take);
}

void Poll::take(const Outcome& outcome)
{
    m_job = nullptr;
    m_atLeast = outcome.retryAfter.value_or(Milliseconds(0));
    // A query that is refused is refused again, but it costs the server nothing.
    m_failures = outcome.answer ? 0 : m_failures + 1;
    plan();
    Q_EMIT answered(outcome);
}

/// Counted from when it last asked, so that a slow answer does not make it rarer.
void Poll::plan()
{
    const Milliseconds since = m_clock.monotonic() - m_asked;
    m_next.start(std::max(pause() - since, m_atLeast));
}

Milliseconds Poll::pause() const
{
    const Milliseconds usual = m_visible ? m_pace.visible : m_pace.hidden;
    return std::max(usual, std::min(m_pace.longest, usual * (1 << std::min(m_failures, 16))));
}

} // namespace warroom::metrics
