// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/worker.h"

#include <utility>

namespace warroom {

Worker::Worker(Job whenIdle, std::chrono::milliseconds every)
    : m_whenIdle(std::move(whenIdle)), m_every(every), m_thread([this] { run(); })
{
}

Worker::~Worker()
{
    {
        const std::lock_guard guard(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Worker::post(Job job)
{
    {
        const std::lock_guard guard(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Worker::run()
{
    if (m_whenIdle)
        m_whenIdle();
    while (const Job job = next())
        job();
}

/// None: it is the end.
Worker::Job Worker::next()
{
    std::unique_lock lock(m_mutex);
    const auto awake = [this] { return m_ending || !m_jobs.empty(); };
    if (m_whenIdle && !m_wake.wait_for(lock, m_every, awake))
        return m_whenIdle;
    m_wake.wait(lock, awake);
    if (m_jobs.empty())
        return {};
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

} // namespace warroom
