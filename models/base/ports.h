// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <QByteArray>

namespace warroom {

/// The time of day, given to whoever needs it, so that a test can hold it still.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// Never goes back; for intervals on this machine only.
    virtual Milliseconds monotonic() const = 0;
};

/// Where new ids and salts come from. May be called from any thread.
class IdSource
{
public:
    virtual ~IdSource() = default;
    /// RFC 9562 version 7, with the moment given.
    virtual QUuid next(Instant now) = 0;
    /// 128 random bits.
    virtual QByteArray salt() = 0;
};

} // namespace warroom
