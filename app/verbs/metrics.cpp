// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesname.h"
#include "metrics/summary.h"

#include "commandline.h"
#include "environment.h"
#include "metricquery.h"
#include "metricsjson.h"
#include "metricsources.h"
#include "output.h"
#include "verbs.h"
#include "words/duration.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

using metrics::Query;

/// As many points as a wide panel has pixels.
constexpr qint64 width = 1000;

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

/// Prints what is wrong with the options, where anything is.
std::optional<Query> queryOf(const CommandLine& line, const metrics::Source& source, Instant now)
{
    const std::optional<Instant> end = line.isSet("end") ? momentFrom(line.value("end"), now) : now;
    const std::optional<Milliseconds> range = metrics::readDuration(line.value("range"));
    const std::optional<Milliseconds> step = metrics::readDuration(line.value("step"));
    const auto isNone = [&](const char* name, const std::optional<Milliseconds>& length) {
        return line.isSet(name) && (!length || length->count() == 0);
    };
    if (!end)
        complainUsage(tr("--end wants a time such as 2026-01-31T14:23:00Z or -5m."));
    else if (isNone("range", range) || isNone("step", step))
        complainUsage(tr("--range and --step want a length such as 1h, 90s or 1h30m."));
    else if (step && !range)
        complainUsage(tr("--step goes only with --range."));
    else if (!range)
        return Query{line.value("expr"), *end};
    else
        return Query{line.value("expr"),
            step ? metrics::rangeOf(*end - *range, *end, *step)
                 : metrics::rangeOf(*end - *range, *end, width, source.scrapeInterval)};
    return {};
}

QString number(const std::optional<double>& value) { return value ? QString::number(*value, 'g', 6) : tr("none"); }

/// "241 points, 1 gap, 3 NaN"
QString counts(const metrics::Summary& all)
{
    QStringList said{all.points == 1 ? tr("1 point") : tr("%1 points").arg(all.points)};
    if (all.gaps > 0)
        said += all.gaps == 1 ? tr("1 gap") : tr("%1 gaps").arg(all.gaps);
    if (all.nan > 0)
        said += tr("%1 NaN").arg(all.nan);
    if (all.inf > 0)
        said += tr("%1 infinite").arg(all.inf);
    return said.join(QStringLiteral(", "));
}

QString heading(const metrics::Answer& answer, const Query& query)
{
    const auto time = [](Instant instant) {
        return toDateTime(instant).toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"));
    };
    const qsizetype count = qsizetype(answer.series.size()) + answer.leftOut;
    const QString series = count == 1 ? tr("1 series") : tr("%1 series").arg(count);
    const metrics::Range* const range = std::get_if<metrics::Range>(&query.when);
    return range ? tr("%1 from %2 to %3 UTC, every %4")
                       .arg(series, time(range->start), time(range->end), words::shortDuration(range->step))
                 : tr("%1 at %2 UTC").arg(series, time(std::get<Instant>(query.when)));
}

/// The last value first: that is what one looks for.
void report(const metrics::Answer& answer, const Query& query)
{
    if (answer.type == metrics::ResultType::String) {
        print(answer.text);
        return;
    }
    if (answer.series.empty())
        return;
    print(heading(answer, query));
    const metrics::Range* const range = std::get_if<metrics::Range>(&query.when);
    for (const metrics::Series& series : answer.series) {
        const metrics::Summary all = metrics::summary(series, range ? std::optional(range->step) : std::nullopt);
        QString line = QStringLiteral("  %1").arg(number(all.last), -12);
        if (answer.type == metrics::ResultType::Matrix)
            line += tr("min %1 max %2 %3")
                        .arg(number(all.min).leftJustified(12), number(all.max).leftJustified(12),
                            counts(all).leftJustified(24));
        print(line + QLatin1Char(' ') + metrics::wholeName(series));
    }
    if (answer.leftOut > 0)
        print(tr("  and %1 more series").arg(answer.leftOut));
}

} // namespace

int metrics(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.option("source", "NAME|URL", tr("The server: a URL, or NAME of [source-NAME] in the settings."));
    line.option("expr", "PROMQL", tr("What to ask for."));
    line.option("range", "LENGTH", tr("How far to look back, such as 1h; without it one moment."));
    line.option(
        "end", "WHEN", tr("Up to when, such as 2026-01-31T14:23:00Z, -5m or seconds since 1970; now without it."));
    line.option(
        "step", "LENGTH", tr("How far apart, such as 15s; chosen without it. Start and end are multiples of it."));
    line.flag("json",
        tr("As JSON: status, http_status, error_type, error, warnings, infos, result_type, series (labels, points, "
           "gaps, nan, inf, histograms, min, max, first, last), left_out."));
    if (const std::optional<int> exit = line.parse(arguments, 1, 1))
        return *exit;
    if (line.positional().constFirst() != QLatin1String("query") || !line.isSet("source")
        || line.value("expr").isEmpty())
        return complainUsage(tr("metrics wants query, --source and --expr."));

    const Environment environment(line.globals(), StartedClock::Pace::Running);
    const Result<metrics::Source> source = metricSource(line.value("source"));
    metrics::Outcome outcome;
    std::optional<Query> query;
    if (source) {
        query = queryOf(line, *source, environment.clock->now());
        if (!query)
            return exitUsage;
        outcome = ask(*source, *query, *environment.clock);
    } else {
        outcome.answer = source.error();
    }
    const metrics::Range* const range = query ? std::get_if<metrics::Range>(&query->when) : nullptr;
    if (line.isSet("json"))
        printJson(QJsonDocument(metricsJson(outcome, range ? std::optional(range->step) : std::nullopt)));
    else if (!outcome.failure())
        report(*outcome.answer, *query);
    return conclude(outcome);
}

} // namespace warroom::app
