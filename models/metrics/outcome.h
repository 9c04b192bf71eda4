// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/answer.h"
#include "metrics/transfer.h"

namespace warroom::metrics {

/// What became of a query.
struct Outcome {
    Result<Answer> answer = Answer(); ///< That of the server may be a refusal in its own words.
    int httpStatus = 0; ///< 0: there was no answer at all.
    std::optional<Milliseconds> retryAfter = {}; ///< How long the server wants to be left alone.

    /// Why there is no data: the error of the way there, or QueryRefused with the server's words.
    std::optional<Error> failure() const;
};

/// What a reply means: an answer, SourceForbids, SourceBusy or NotPrometheus, with the status and the server's own text
/// as detail. `now` is what a date of Retry-After is counted from.
Outcome understood(Reply reply, Instant now);

/// Seconds or a date, RFC 9110, 10.2.3.
std::optional<Milliseconds> readRetryAfter(const QByteArray& header, Instant now);

} // namespace warroom::metrics
