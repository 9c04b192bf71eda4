// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace warroom {

/// A thread that does one job after the other, in the order in which they are posted.
class Worker
{
public:
    using Job = std::function<void()>;

    /// `whenIdle` is done at the start, and every so often while nothing is posted.
    explicit Worker(Job whenIdle = {}, std::chrono::milliseconds every = {});
    /// Finishes what was posted.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(Job job);

private:
    void run();
    Job next();

    Job m_whenIdle;
    std::chrono::milliseconds m_every;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace warroom
