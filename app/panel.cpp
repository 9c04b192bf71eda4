// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/measuredpanel.h"
#include "charts/metricpanel.h"

#include "appearance.h"
#include "commandline.h"
#include "metricquery.h"
#include "metricsources.h"
#include "output.h"
#include "picture.h"
#include "starting.h"
#include "verbs.h"

#include <QApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

/// What the command line wants of the picture.
struct Wishes {
    metrics::Panel panel;
    Milliseconds range;
    Instant end;
    QSize size;
};

/// Prints what is wrong with the options, where anything is.
std::optional<Wishes> wishesOf(const CommandLine& line, Instant now)
{
    playbook::MetricPanel panel;
    panel.title = line.isSet("title") ? line.value("title") : line.value("expr");
    panel.expr = line.value("expr");
    panel.unit = line.value("unit");
    panel.warn = playbook::limitFrom(line.value("warn"));
    panel.bad = playbook::limitFrom(line.value("bad"));
    const std::optional<Milliseconds> range =
        metrics::readDuration(line.isSet("range") ? line.value("range") : QStringLiteral("1h"));
    const std::optional<Instant> end = line.isSet("end") ? momentFrom(line.value("end"), now) : now;
    const QSize size = sizeFrom(line.isSet("size") ? line.value("size") : QStringLiteral("770x314"), {240, 120});
    const QString look = line.value("theme");
    if (!range || range->count() == 0)
        complainUsage(tr("--range wants a length such as 1h, 90s or 1h30m."));
    else if (!end)
        complainUsage(tr("--end wants a time such as 2026-01-31T14:23:00Z or -5m."));
    else if ((line.isSet("warn") && !panel.warn) || (line.isSet("bad") && !panel.bad))
        complainUsage(tr("--warn and --bad want a number, or \"> 0.05\", \"< 3\"."));
    else if (!size.isValid())
        complainUsage(tr("--size wants something like 770x314."));
    else if (line.isSet("theme") && !Appearance::lookOf(look))
        complainUsage(tr("--theme wants auto, dark or light."));
    else
        return Wishes{metrics::panelOf(panel), *range, *end, size};
    return {};
}

/// Asks about as many points as the picture is wide.
metrics::Measured measure(
    const Wishes& wishes, const QString& sourceName, const Clock& clock, metrics::Outcome& outcome)
{
    const Result<metrics::Source> source = metricSource(sourceName);
    metrics::Measured measured;
    if (source) {
        measured.range =
            metrics::rangeOf(wishes.end - wishes.range, wishes.end, wishes.size.width(), source->scrapeInterval);
        outcome = ask(*source, {wishes.panel.expr, measured.range}, clock);
    } else {
        measured.range = metrics::rangeOf(wishes.end - wishes.range, wishes.end, wishes.range);
        outcome.answer = source.error();
    }
    measured.failure = outcome.failure();
    measured.answeredAt = clock.now();
    if (!measured.failure)
        measured.answer = std::make_shared<metrics::Answer>(*outcome.answer);
    return measured;
}

} // namespace

int panel(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.option("source", "NAME|URL", tr("The server: a URL, or NAME of [source-NAME] in the settings."))
        .option("expr", "PROMQL", tr("What to draw; a comparison with a number at its end is a threshold."))
        .option("screenshot", "FILE", tr("Where the picture goes, such as panel.png; needs no display."))
        .option("range", "LENGTH", tr("How far to look back; 1h without it."))
        .option(
            "end", "WHEN", tr("Up to when, such as 2026-01-31T14:23:00Z, -5m or seconds since 1970; now without it."))
        .option("unit", "UNIT", tr("As Grafana names it, such as percentunit, or a word."))
        .option("warn", "LIMIT", tr("From where on it warns, such as 0.05 or \"< 3\"."))
        .option("bad", "LIMIT", tr("From where on it is bad."))
        .option("title", "TEXT", tr("What stands above it; the expression without it."))
        .option("size", "WxH", tr("The size of the picture; 770x314 without it."))
        .option("theme", "auto|dark|light", tr("How it looks; auto, as the desktop has it, if nothing was chosen."));
    if (const std::optional<int> exit = line.parse(arguments, 0, 0))
        return *exit;
    for (const char* needed : {"source", "expr", "screenshot"}) {
        if (line.value(needed).isEmpty())
            return complainUsage(tr("panel wants --source, --expr and --screenshot."));
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    char name[] = "warroom";
    char* values[] = {name, nullptr};
    qInstallMessageHandler(whileStarting);
    QApplication application(count, values);
    qInstallMessageHandler(nullptr);
    const Environment environment(line.globals(), StartedClock::Pace::Running);
    const std::optional<Wishes> wishes = wishesOf(line, environment.clock->now());
    if (!wishes)
        return exitUsage;

    const Appearance appearance(Appearance::lookOf(line.value("theme")));
    appearance.theme().apply(application);
    metrics::Outcome outcome;
    const metrics::Measured measured = measure(*wishes, line.value("source"), *environment.clock, outcome);
    charts::MetricPanel shown(appearance.theme(), nullptr);
    shown.resize(wishes->size);
    shown.setPanel(charts::measuredPanel(wishes->panel, measured, environment.clock->now()));
    const int saved = savePicture(shown, line.value("screenshot"));
    return std::max(saved, conclude(outcome));
}

} // namespace warroom::app
