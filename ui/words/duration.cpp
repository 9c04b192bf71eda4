// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/duration.h"

#include "base/repeatedhour.h"
#include "words/translate.h"

#include <QLocale>

#include <cstdlib>

namespace warroom::words {

namespace {

using namespace std::chrono;

QString days(int n) { return counted(n, Words::tr("1 day"), Words::tr("%n days", nullptr, n)); }
QString hours(int n) { return counted(n, Words::tr("1 hour"), Words::tr("%n hours", nullptr, n)); }
QString minutes(int n) { return counted(n, Words::tr("1 minute"), Words::tr("%n minutes", nullptr, n)); }
QString seconds(int n) { return counted(n, Words::tr("1 second"), Words::tr("%n seconds", nullptr, n)); }

QString joined(const QString& large, const QString& small, int smallCount)
{
    return smallCount == 0 ? large : Words::tr("%1 %2", "1 hour | 5 minutes").arg(large, small);
}

QString two(qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); }

} // namespace

QString duration(Milliseconds length)
{
    const auto total = floor<std::chrono::seconds>(abs(length)).count();
    const int s = int(total % 60);
    const int m = int(total / 60 % 60);
    const int h = int(total / 3600 % 24);
    const int d = int(total / 86400);
    if (d > 0)
        return joined(days(d), hours(h), h);
    if (h > 0)
        return joined(hours(h), minutes(m), m);
    return m > 0 ? minutes(m) : seconds(s);
}

QString shortDuration(Milliseconds length)
{
    const auto total = floor<std::chrono::seconds>(abs(length)).count();
    const int m = int(total / 60 % 60);
    const int h = int(total / 3600 % 24);
    const int d = int(total / 86400);
    if (d > 0)
        return joined(Words::tr("%1 d").arg(d), Words::tr("%1 h").arg(h), h);
    if (h > 0)
        return joined(Words::tr("%1 h").arg(h), Words::tr("%1 min").arg(m), m);
    return m > 0 ? Words::tr("%1 min").arg(m) : Words::tr("%1 s").arg(total % 60);
}

QString elapsedDigits(Milliseconds elapsed)
{
    const auto total = floor<std::chrono::seconds>(elapsed).count();
    const auto h = total / 3600;
    if (h >= 100)
        return Words::tr("%1 d %2").arg(h / 24).arg(two(h % 24) + QLatin1Char(':') + two(total / 60 % 60));
    return two(h) + QLatin1Char(':') + two(total / 60 % 60) + QLatin1Char(':') + two(total % 60);
}

QString countdownDigits(Milliseconds left)
{
    // Rounded up, so that "00:00" is the moment itself whatever the few milliseconds of the tick.
    const auto signedTotal = ceil<std::chrono::seconds>(left).count();
    const auto total = std::abs(signedTotal);
    const auto h = total / 3600;
    QString text = two(total / 60 % 60) + QLatin1Char(':') + two(total % 60);
    if (h >= 100)
        text = Words::tr("%1 d %2").arg(h / 24).arg(two(h % 24) + QLatin1Char(':') + two(total / 60 % 60));
    else if (h > 0)
        text = QString::number(h) + QLatin1Char(':') + text;
    return signedTotal < 0 ? QChar(0x2212) + text : text; // the minus, as high and wide as a digit; a hyphen is neither
}

QString overdue(Milliseconds left) { return Words::tr("overdue by %1").arg(shortDuration(left)); }

QString timeOfDay(Instant instant, const QTimeZone& zone)
{
    const QString time = toDateTime(instant, zone).toString(QStringLiteral("HH:mm"));
    return isShownTwice(instant, zone) ? time + QLatin1Char(' ') + zoneName(instant, zone) : time;
}

QString timeOfDay(const QDateTime& moment) { return timeOfDay(toInstant(moment), moment.timeZone()); }

QString timeInZone(Instant instant, const QTimeZone& zone)
{
    return toDateTime(instant, zone).toString(QStringLiteral("HH:mm ")) + zoneName(instant, zone);
}

QString timeOfDayWithSeconds(Instant instant, const QTimeZone& zone)
{
    return toDateTime(instant, zone).toString(QStringLiteral("HH:mm:ss"));
}

QString zoneName(Instant instant, const QTimeZone& zone) { return zone.abbreviation(toDateTime(instant)); }

QString shortDate(QDate date, QDate today)
{
    return QLocale().toString(
        date, date.year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString longDate(QDate date) { return QLocale().toString(date, QStringLiteral("dddd, d MMMM yyyy")); }

bool isOld(QDate date, QDate today)
{
    constexpr int quarter = 92;
    return date.daysTo(today) > quarter;
}

QString asOf(QDate date, QDate today)
{
    const QString when = shortDate(date, today);
    if (!isOld(date, today))
        return Words::tr("as of %1", "date").arg(when);
    const qint64 months = date.daysTo(today) / 30;
    return months < 24 ? Words::tr("▲ as of %1, %2 months ago").arg(when).arg(months)
                       : Words::tr("▲ as of %1, %2 years ago").arg(when).arg(months / 12);
}

} // namespace warroom::words
