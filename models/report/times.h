// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QString>
#include <QTimeZone>

namespace warroom::report {

/// "14:23"; where the clock was put back and there is that time twice, "02:23 CEST".
QString clockTime(Instant instant, const QTimeZone& zone, const QString& format = QStringLiteral("HH:mm"));
/// "2026-01-31"
QString day(Instant instant, const QTimeZone& zone);
/// The IANA id: "UTC", "Europe/Berlin". Unlike an abbreviation it names the same zone in summer and everywhere.
QString name(const QTimeZone& zone);

/// "37 minutes", "1 hour 5 minutes"; begun minutes do not count.
QString inWords(Milliseconds duration);

/// "14:23 - 15:00", with the dates when they differ.
QString stretch(Instant from, Instant to, const QTimeZone& zone);

} // namespace warroom::report
