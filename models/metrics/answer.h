// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace warroom::metrics {

/// Larger bodies are refused.
inline constexpr qsizetype longestBody = qsizetype(64) * 1024 * 1024;
/// Beyond these, series are only counted.
inline constexpr qsizetype mostSeries = 10'000;
/// Beyond these, a series loses its labels: Prometheus' own servers refuse far fewer.
inline constexpr qsizetype mostLabels = 128;
/// Characters of a label's name or value, of a warning and of an error; what is cut ends with "…".
inline constexpr qsizetype longestText = 4096;
/// Bytes that the parser wants to find allocated behind a body, so that it need not copy it.
inline constexpr qsizetype bodyPadding = 64;

enum class ResultType { None, Vector, Matrix, Scalar, String };

/// "vector", as the servers spell it; empty for none.
QString word(ResultType type);

struct Label {
    QString name;
    QString value;
    bool operator==(const Label&) const = default;
};

/// One line of a panel. A scalar is one without labels.
struct Series {
    std::vector<Label> labels; ///< In the order of the server, which is that of their names.
    std::vector<qint64> times; ///< Milliseconds since 1970; they never go back.
    std::vector<double> values; ///< One for each time; may be NaN and infinite.
    qsizetype histograms = 0; ///< Native histograms, which are only counted.
};

/// What a server says to a query: data, or its own words why there is none.
struct Answer {
    bool success = false;
    QString errorType; ///< "bad_data", "execution", "timeout" and others.
    QString error;
    QStringList warnings; ///< Beside data, too.
    QStringList infos;
    ResultType type = ResultType::None;
    std::vector<Series> series;
    qsizetype leftOut = 0; ///< Series beyond mostSeries.
    QString text; ///< The result where it is a string.

    /// There are series, and nothing but native histograms in them.
    bool isOnlyHistograms() const;
};

/// Reads the body of an answer of /api/v1/query or /api/v1/query_range. NotPrometheus with the beginning of the body as
/// detail where it is anything else. Takes the body, to append bodyPadding where it has not that much room behind it.
Result<Answer> parse(QByteArray body);

} // namespace warroom::metrics
