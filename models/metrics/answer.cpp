// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/answer.h"

#include "metrics/answerreader.h"
#include "metrics/excerpt.h"

#include <algorithm>

namespace warroom::metrics {

QString word(ResultType type)
{
    switch (type) {
    case ResultType::None:
        return {};
    case ResultType::Vector:
        return QStringLiteral("vector");
    case ResultType::Matrix:
        return QStringLiteral("matrix");
    case ResultType::Scalar:
        return QStringLiteral("scalar");
    case ResultType::String:
        return QStringLiteral("string");
    }
    Q_UNREACHABLE();
}

bool Answer::isOnlyHistograms() const
{
    return !series.empty()
        && std::ranges::all_of(series, [](const Series& each) { return each.times.empty() && each.histograms > 0; });
}

Result<Answer> parse(QByteArray body)
{
    const auto notPrometheus = [&] { return Error{ErrorCode::NotPrometheus, excerpt(body)}; };
    if (body.size() > longestBody)
        return notPrometheus();
    body.reserve(body.size() + bodyPadding);
    std::optional<Answer> answer = readAnswer(body);
    if (!answer)
        return notPrometheus();
    return std::move(*answer);
}

} // namespace warroom::metrics
