// SPDX-License-Identifier: GPL-3.0-or-later
#include "metricquery.h"

#include "metrics/client.h"
#include "output.h"
#include "words/refusal.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

} // namespace

std::optional<Instant> momentFrom(const QString& text, Instant now)
{
    if (text.startsWith(QLatin1Char('-'))) {
        const std::optional<Milliseconds> ago = metrics::readDuration(text.mid(1));
        return ago ? std::optional(now - *ago) : std::nullopt;
    }
    if (const std::optional<Milliseconds> since = metrics::readDuration(text); since && !text.back().isLetter())
        return Instant(*since);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? std::optional(toInstant(time)) : std::nullopt;
}

metrics::Outcome ask(const metrics::Source& source, const metrics::Query& query, const Clock& clock)
{
    metrics::Client client(source, clock);
    metrics::Outcome outcome;
    QObject::connect(client.ask(query), &metrics::Job::finished, &client, [&](const metrics::Outcome& came) {
        outcome = came;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return outcome;
}

int conclude(const metrics::Outcome& outcome)
{
    if (const std::optional<Error> failure = outcome.failure())
        return complain(words::refusal(*failure), exitFailed);
    for (const QString& warning : outcome.answer->warnings)
        warn(tr("The server warns: %1").arg(warning));
    if (outcome.answer->isOnlyHistograms())
        return complain(tr("There are only native histograms. Ask for histogram_quantile() of them."), exitRefused);
    const bool isText = outcome.answer->type == metrics::ResultType::String;
    return isText || !outcome.answer->series.empty() ? exitOk : complain(tr("There is no data."), exitRefused);
}

} // namespace warroom::app
