// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <QByteArray>

#include <mutex>
#include <optional>

namespace warroom {

/// The time of day, given to whoever needs it, so that a test can hold it still.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// Never goes back, and counts while the machine sleeps; for intervals on this machine only.
    virtual Milliseconds monotonic() const = 0;
    /// The time of day as it goes on: where now() was set back since this was first asked, as if it had not been. May
    /// be called from any thread.
    Instant ongoing() const;

private:
    mutable std::mutex m_mutex;
    mutable std::optional<Instant> m_told; ///< The last one,
    mutable Milliseconds m_toldAt{0}; ///< and when, by monotonic().
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
