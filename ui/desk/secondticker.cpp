// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/secondticker.h"

namespace warroom::desk {

SecondTicker::SecondTicker(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SecondTicker::tick);
    wait();
}

void SecondTicker::tick()
{
    Q_EMIT ticked(m_clock.now());
    wait();
}

void SecondTicker::wait()
{
    // A millisecond late rather than early: just before the full second it would show the old one for another.
    const Instant now = m_clock.now();
    const auto next = std::chrono::floor<std::chrono::seconds>(now) + std::chrono::seconds(1);
    m_timer.start(std::chrono::duration_cast<Milliseconds>(next - now) + Milliseconds(1));
}

} // namespace warroom::desk
