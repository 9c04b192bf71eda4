// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"

namespace warroom {

/// This machine's clocks.
class SystemClock : public Clock
{
public:
    Instant now() const override;
    Milliseconds monotonic() const override;
};

/// A clock that starts at a given moment and goes on from there, or stands still.
class StartedClock : public Clock
{
public:
    enum class Pace { Still, Running };
    StartedClock(Instant start, Pace pace);
    Instant now() const override;
    Milliseconds monotonic() const override;

private:
    Instant m_start;
    Milliseconds m_startMonotonic;
    Pace m_pace;
};

/// Ids and salts from the system's random source.
class RandomIds : public IdSource
{
public:
    QUuid next(Instant now) override;
    QByteArray salt() override;
};

} // namespace warroom
