// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/worker.h"

#include <utility>

namespace warroom {

Worker::Worker() : m_thread([this] { run(); }) { }

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
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
    }
}

} // namespace warroom
