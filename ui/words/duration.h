// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QString>

namespace warroom::words {

/// For reading: "37 minutes", "1 hour 5 minutes", "2 days 3 hours", below a minute "45 seconds".
QString duration(Milliseconds length);

/// For tight places: "37 min", "1 h 5 min", "2 d 3 h", "45 s".
QString shortDuration(Milliseconds length);

/// A running clock: "00:22:41"; from 100 hours on "4 d 04:12".
QString elapsedDigits(Milliseconds elapsed);

/// What is left: "02:19", "1:02:19"; below zero "−01:10".
QString countdownDigits(Milliseconds left);

/// "overdue by 3 min"
QString overdue(Milliseconds left);

/// The hour on a wall in that zone: "14:43"; where the wall shows it twice, "02:43 CEST".
QString timeOfDay(Instant instant, const QTimeZone& zone);
/// The same of a moment that has its zone.
QString timeOfDay(const QDateTime& moment);
/// "14:43 CET"
QString timeInZone(Instant instant, const QTimeZone& zone);
/// "14:43:07"
QString timeOfDayWithSeconds(Instant instant, const QTimeZone& zone);

/// "UTC", "CET": what is printed beside a time.
QString zoneName(Instant instant, const QTimeZone& zone);

/// "30 Jan", with the year where it is another one than that of `today`.
QString shortDate(QDate date, QDate today);
/// "as of 2 Feb 2026", and of what nobody looked at for a quarter "▲ as of 2 Feb 2025, 11 months ago".
QString asOf(QDate date, QDate today);
/// Teams look through what they go by every quarter.
bool isOld(QDate date, QDate today);
/// "Saturday, 31 January 2026"
QString longDate(QDate date);

} // namespace warroom::words
