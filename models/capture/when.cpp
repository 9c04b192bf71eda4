// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/reading.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace warroom::capture {

namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

/// Nobody's wrist watch agrees with this machine to the second.
constexpr auto leeway = 2min;

QTimeZone zoneOf(const Situation& situation) { return situation.zone.isValid() ? situation.zone : QTimeZone::utc(); }

seconds offsetAt(Instant instant, const QTimeZone& zone) { return seconds(zone.offsetFromUtc(toDateTime(instant))); }

/// What a clock on the wall shows, as if it were UTC.
Instant onTheWall(QDate date, QTime time) { return toInstant(QDateTime(date, time, Qt::UTC)); }

/// The first moment at which the clocks of the zone show this; none where the change to summer time leaves it out.
/// Which of two QDateTime takes differs between versions of Qt, so both offsets are tried.
std::optional<Instant> firstMoment(Instant wall, const QTimeZone& zone)
{
    const auto [less, greater] = std::minmax({offsetAt(wall - 24h, zone), offsetAt(wall + 24h, zone)});
    for (const seconds offset : std::array{greater, less}) {
        if (offsetAt(wall - offset, zone) == offset)
            return wall - offset;
    }
    return std::nullopt;
}

Result<Instant> bad(ErrorCode code) { return Error{code, {}}; }

Result<Instant> firstMomentOr(ErrorCode code, Instant wall, const QTimeZone& zone)
{
    const auto moment = firstMoment(wall, zone);
    return moment ? Result(*moment) : bad(code);
}

Result<Instant> ago(const QRegularExpressionMatch& match, const Situation& situation)
{
    if (match.capturedLength() == 1)
        return bad(ErrorCode::BadTime);
    const auto number = [&](int n) { return match.captured(n).toInt(); };
    return situation.firstKey - std::chrono::hours(number(1)) - std::chrono::minutes(number(2)) - seconds(number(3));
}

/// Invalid for 24:00 and 12:60.
QTime timeOfDay(const QString& hours, const QString& minutes, const QString& rest)
{
    return QTime(hours.toInt(), minutes.toInt(), rest.toInt());
}

/// The latest one that is not ahead. One that was left out today is refused rather than taken for yesterday's, but
/// only once the clocks have gone past it.
Result<Instant> latest(QTime time, const Situation& situation)
{
    const QTimeZone zone = zoneOf(situation);
    const Instant limit = situation.firstKey + leeway;
    const Instant limitOnTheWall = limit + offsetAt(limit, zone);
    QDate date = toDateTime(limitOnTheWall).date();
    for (int days = 0; days < 3; ++days, date = date.addDays(-1)) {
        const Instant wall = onTheWall(date, time);
        const auto moment = firstMoment(wall, zone);
        if (moment && *moment <= limit)
            return *moment;
        if (!moment && wall <= limitOnTheWall)
            return bad(ErrorCode::SkippedTime);
    }
    return bad(ErrorCode::BadTime);
}

Result<Instant> clockTime(const QRegularExpressionMatch& match, const Situation& situation)
{
    const QTime time = timeOfDay(match.captured(2), match.captured(3), match.captured(4));
    if (!time.isValid())
        return bad(ErrorCode::BadTime);
    if (match.capturedLength(1) == 0)
        return latest(time, situation);
    const QTimeZone zone = zoneOf(situation);
    const QDate today = toDateTime(situation.firstKey, zone).date();
    return firstMomentOr(ErrorCode::SkippedTime, onTheWall(today.addDays(-1), time), zone);
}

/// None for an offset that no place on earth has.
std::optional<seconds> offsetOf(const QString& text)
{
    if (text == u'Z')
        return 0s;
    const int hours = text.mid(1, 2).toInt();
    const int minutes = text.right(text.size() > 3 ? 2 : 0).toInt();
    if (hours > 14 || minutes > 59)
        return std::nullopt;
    const seconds offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return text.startsWith(u'-') ? -offset : offset;
}

Result<Instant> dated(const QRegularExpressionMatch& match, const Situation& situation)
{
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = timeOfDay(match.captured(2), match.captured(3), match.captured(4));
    if (!date.isValid() || !time.isValid())
        return bad(ErrorCode::BadTime);
    const Instant wall = onTheWall(date, time) + Milliseconds(match.captured(5).leftJustified(3, u'0').toInt());
    if (match.capturedLength(6) == 0)
        return firstMomentOr(ErrorCode::SkippedTime, wall, zoneOf(situation));
    const auto offset = offsetOf(match.captured(6));
    return offset ? Result<Instant>(wall - *offset) : bad(ErrorCode::BadTime);
}

Result<Instant> moment(const QString& text, const Situation& situation)
{
    static const QRegularExpression agoForm(
        QStringLiteral("\\A-(?:([0-9]{1,5})h)?(?:([0-9]{1,5})m)?(?:([0-9]{1,5})s)?\\z"));
    static const QRegularExpression clockForm(
        QStringLiteral("\\A(yesterday\\s+)?([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression datedForm(
        QStringLiteral("\\A([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,3}))?)?"
                       "(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?\\z"));
    if (const auto match = agoForm.match(text); match.hasMatch())
        return ago(match, situation);
    if (const auto match = clockForm.match(text); match.hasMatch())
        return clockTime(match, situation);
    if (const auto match = datedForm.match(text); match.hasMatch())
        return dated(match, situation);
    return bad(ErrorCode::BadTime);
}

} // namespace

Result<When> readWhen(const QString& text, const Situation& situation)
{
    const Result<Instant> instant = moment(text, situation);
    if (!instant)
        return Error{instant.error().code, text};
    // The first key may lie ahead of a wall clock that was set back.
    if (*instant > std::max(situation.now, situation.firstKey) + leeway)
        return Error{ErrorCode::FutureTime, text};
    if (*instant < Instant{})
        return Error{ErrorCode::BadTime, text};
    const QTimeZone zone = zoneOf(situation);
    return When{*instant, toDateTime(*instant, zone).date() != toDateTime(situation.firstKey, zone).date()};
}

} // namespace warroom::capture
