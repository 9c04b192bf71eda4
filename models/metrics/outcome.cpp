// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/outcome.h"

#include "metrics/excerpt.h"

#include <QLocale>

#include <algorithm>

namespace warroom::metrics {

namespace {

using namespace std::chrono_literals;

/// Whoever asks for more is asked again nevertheless.
constexpr Milliseconds longestPause = 1h;

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407:
        return ErrorCode::SourceForbids;
    case 429:
    case 502:
    case 503:
    case 504:
        return ErrorCode::SourceBusy;
    default:
        return ErrorCode::NotPrometheus;
    }
}

} // namespace

std::optional<Milliseconds> readRetryAfter(const QByteArray& header, Instant now)
{
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    Milliseconds pause = isNumber ? Milliseconds(std::clamp<qint64>(seconds, 0, 3600) * 1000) : 0ms;
    if (!isNumber) {
        QDateTime date = QLocale::c().toDateTime(
            QString::fromLatin1(header.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        if (!date.isValid())
            return {};
        date.setTimeSpec(Qt::UTC);
        pause = toInstant(date) - now;
    }
    return std::clamp(pause, Milliseconds(0), longestPause);
}

std::optional<Error> Outcome::failure() const
{
    if (!answer)
        return answer.error();
    if (answer->success)
        return {};
    const QString type = answer->errorType.isEmpty() ? QString() : answer->errorType + QStringLiteral(": ");
    return Error{ErrorCode::QueryRefused, type + answer->error};
}

Outcome understood(Reply reply, Instant now)
{
    Outcome outcome{parse(std::move(reply.body)), reply.status, readRetryAfter(reply.retryAfter, now)};
    // A server that refuses in JSON is as much a Prometheus as one that has data, but only the data of 200 is meant.
    if (outcome.answer && outcome.answer->success == (reply.status / 100 == 2))
        return outcome;
    const QString said = outcome.answer ? outcome.answer->error : outcome.answer.error().detail;
    const QString where = reply.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    outcome.answer = Error{codeOf(reply.status),
        QStringLiteral("%1: %2 %3").arg(where, QString::number(reply.status), cut(said, 160)).trimmed()};
    return outcome;
}

} // namespace warroom::metrics
