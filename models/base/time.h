// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <chrono>

namespace warroom {

/// A moment in UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

inline qint64 toMs(Instant instant) { return instant.time_since_epoch().count(); }
inline Instant fromMs(qint64 ms) { return Instant(Milliseconds(ms)); }
inline QDateTime toDateTime(Instant instant) { return QDateTime::fromMSecsSinceEpoch(toMs(instant), Qt::UTC); }
inline QDateTime toDateTime(Instant instant, const QTimeZone& zone) { return toDateTime(instant).toTimeZone(zone); }
inline Instant toInstant(const QDateTime& dateTime) { return fromMs(dateTime.toMSecsSinceEpoch()); }

/// ISO 8601 in UTC: "2026-01-31T14:23:00Z", with milliseconds only where there are any.
QString toIso(Instant instant);

} // namespace warroom
