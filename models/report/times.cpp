// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/times.h"

#include "base/repeatedhour.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

QString counted(qint64 n, const QString& unit) { return u"%1 %2%3"_s.arg(n).arg(unit, n == 1 ? u""_s : u"s"_s); }

} // namespace

QString clockTime(Instant instant, const QTimeZone& zone, const QString& format)
{
    const QString time = toDateTime(instant, zone).toString(format);
    return isShownTwice(instant, zone) ? time + u' ' + zone.abbreviation(toDateTime(instant)) : time;
}

QString day(Instant instant, const QTimeZone& zone) { return toDateTime(instant, zone).toString(u"yyyy-MM-dd"_s); }

QString name(const QTimeZone& zone) { return QString::fromUtf8(zone.id()); }

QString inWords(Milliseconds duration)
{
    const qint64 minutes = std::chrono::floor<std::chrono::minutes>(duration).count();
    if (minutes < 1)
        return u"less than a minute"_s;
    QStringList parts;
    if (minutes >= 60)
        parts += counted(minutes / 60, u"hour"_s);
    if (minutes % 60 != 0)
        parts += counted(minutes % 60, u"minute"_s);
    return parts.join(u' ');
}

QString stretch(Instant from, Instant to, const QTimeZone& zone)
{
    const bool sameDay = day(from, zone) == day(to, zone);
    const auto moment = [&](Instant instant) {
        return sameDay ? clockTime(instant, zone) : day(instant, zone) + u' ' + clockTime(instant, zone);
    };
    return u"%1 - %2"_s.arg(moment(from), moment(to));
}

} // namespace warroom::report
