// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemports.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <ctime>

namespace warroom {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::monotonic() const
{
    // What std::chrono::steady_clock reads stands still while the machine sleeps.
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec)
        + std::chrono::duration_cast<Milliseconds>(std::chrono::nanoseconds(time.tv_nsec));
}

StartedClock::StartedClock(Instant start, Pace pace)
    : m_start(start), m_startMonotonic(SystemClock().monotonic()), m_pace(pace)
{
}

Instant StartedClock::now() const
{
    return m_pace == Pace::Still ? m_start : m_start + (monotonic() - m_startMonotonic);
}

Milliseconds StartedClock::monotonic() const
{
    return m_pace == Pace::Still ? m_startMonotonic : SystemClock().monotonic();
}

QUuid RandomIds::next(Instant now)
{
    QByteArray bytes = salt();
    quint64 head = qFromBigEndian<quint64>(bytes.constData());
    head = (quint64(toMs(now)) << 16) | 0x7000 | (head & 0x0fff);
    qToBigEndian(head, bytes.data());
    bytes[8] = char((quint8(bytes[8]) & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

QByteArray RandomIds::salt()
{
    QByteArray bytes(16, Qt::Uninitialized);
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    memcpy(bytes.data(), words, sizeof words);
    return bytes;
}

} // namespace warroom
