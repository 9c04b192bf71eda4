// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/step.h"

#include <variant>

namespace warroom::metrics {

/// What a server is asked: a PromQL expression at a moment or over a range.
struct Query {
    QString expr;
    std::variant<Instant, Range> when;

    /// Below the URL of a source.
    QString path() const;
    /// As a form, with every character escaped that means anything there. The server itself gives up after `timeout`.
    QByteArray form(Milliseconds timeout) const;

    bool operator==(const Query&) const = default;
};

} // namespace warroom::metrics
