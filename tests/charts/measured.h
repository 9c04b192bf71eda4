// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/answer.h"

#include <QDateTime>

#include <cmath>

/// What a server answered about an incident that was declared at 14:00 UTC.
namespace warroom::tests {

inline const qint64 declaredAt =
    QDateTime::fromString(QStringLiteral("2026-01-31T14:00:00Z"), Qt::ISODate).toMSecsSinceEpoch();

/// From an hour before the declaration on, every 15 s, with a hole from 13:30 to 13:40.
inline metrics::Series measured(const QString& pod, double level)
{
    metrics::Series series{{{QStringLiteral("pod"), pod}}, {}, {}};
    for (qint64 at = declaredAt - 3'600'000; at <= declaredAt + 1'800'000; at += 15'000) {
        if (at > declaredAt - 1'800'000 && at < declaredAt - 1'200'000)
            continue;
        series.times.push_back(at);
        series.values.push_back(level + std::sin(double(at) / 100'000));
    }
    return series;
}

} // namespace warroom::tests
