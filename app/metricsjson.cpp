// SPDX-License-Identifier: GPL-3.0-or-later
#include "metricsjson.h"

#include "words/refusal.h"

#include <QJsonArray>

#include <cmath>

namespace warroom::app {

namespace {

QString key(const char* name) { return QLatin1String(name); }

/// JSON has no number for what is none; Prometheus writes it as a text.
QJsonValue number(const std::optional<double>& value)
{
    if (!value)
        return {};
    if (std::isnan(*value))
        return key("NaN");
    if (std::isinf(*value))
        return key(*value > 0 ? "+Inf" : "-Inf");
    return *value;
}

QJsonObject json(const metrics::Series& series, std::optional<Milliseconds> step)
{
    QJsonObject labels;
    for (const metrics::Label& label : series.labels)
        labels.insert(label.name, label.value);
    const metrics::Summary all = metrics::summary(series, step);
    return {{key("labels"), labels}, {key("points"), all.points}, {key("gaps"), all.gaps}, {key("nan"), all.nan},
        {key("inf"), all.inf}, {key("histograms"), series.histograms}, {key("min"), number(all.min)},
        {key("max"), number(all.max)}, {key("first"), number(all.first)}, {key("last"), number(all.last)}};
}

/// A text has the shape of a series too, so that whoever reads the JSON needs no other way to it.
QJsonObject textJson(const QString& text)
{
    return {{key("labels"), QJsonObject()}, {key("points"), 1}, {key("gaps"), 0}, {key("nan"), 0}, {key("inf"), 0},
        {key("histograms"), 0}, {key("min"), QJsonValue()}, {key("max"), QJsonValue()}, {key("first"), text},
        {key("last"), text}};
}

/// Beside the types that servers have.
QString errorType(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SourceUnreachable:
        return key("unreachable");
    case ErrorCode::SourceSlow:
        return key("timeout");
    case ErrorCode::SourceTooLarge:
        return key("too_large");
    case ErrorCode::SourceUntrusted:
        return key("tls");
    case ErrorCode::SourceElsewhere:
        return key("redirect");
    case ErrorCode::SourceForbids:
        return key("unauthorized");
    case ErrorCode::SourceBusy:
        return key("unavailable");
    case ErrorCode::NotPrometheus:
        return key("not_prometheus");
    default:
        return key("bad_source");
    }
}

} // namespace

QJsonObject metricsJson(const metrics::Outcome& outcome, std::optional<Milliseconds> step)
{
    const metrics::Answer none;
    const metrics::Answer& answer = outcome.answer ? *outcome.answer : none;
    QJsonArray series;
    for (const metrics::Series& each : answer.series)
        series += json(each, step);
    if (answer.type == metrics::ResultType::String)
        series += textJson(answer.text);
    const QString type = outcome.answer ? answer.errorType : errorType(outcome.answer.error().code);
    const QString error = outcome.answer ? answer.error : words::refusal(outcome.answer.error());
    return {{key("status"), key(answer.success ? "success" : "error")}, {key("http_status"), outcome.httpStatus},
        {key("error_type"), answer.success ? QJsonValue() : type},
        {key("error"), answer.success ? QJsonValue() : error},
        {key("warnings"), QJsonArray::fromStringList(answer.warnings)},
        {key("infos"), QJsonArray::fromStringList(answer.infos)},
        {key("result_type"), answer.success ? QJsonValue(word(answer.type)) : QJsonValue()}, {key("series"), series},
        {key("left_out"), answer.leftOut}};
}

} // namespace warroom::app
