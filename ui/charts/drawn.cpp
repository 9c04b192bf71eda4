// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/drawn.h"

#include "metrics/seriesname.h"
#include "words/visible.h"

#include <algorithm>
#include <cmath>

namespace warroom::charts {

namespace {

constexpr qsizetype longestName = 200;

const std::vector<metrics::Series>& seriesOf(const Panel& panel)
{
    static const std::vector<metrics::Series> none;
    return panel.series ? *panel.series : none;
}

Look lookOf(const Panel& panel, const metrics::Extent& values)
{
    switch (panel.condition) {
    case Condition::Waiting:
        return Look::Waiting;
    case Condition::Unreachable:
        return Look::Unreachable;
    case Condition::Failed:
        return Look::Failed;
    case Condition::Current:
    case Condition::Stale:
        break;
    }
    const auto hasPoints = [&](const metrics::Series& series) {
        const auto first = std::ranges::lower_bound(series.times, toMs(panel.range.start));
        return first != series.times.end() && *first <= toMs(panel.range.end);
    };
    if (values.isEmpty() && std::ranges::none_of(seriesOf(panel), hasPoints))
        return Look::Empty;
    if (panel.condition == Condition::Stale)
        return Look::Stale;
    return values == metrics::Extent{0, 0} ? Look::Zero : Look::Values;
}

/// A threshold that is many times what is measured would leave the line flat at the edge.
bool isNear(double threshold, const metrics::Extent& values)
{
    return values.isEmpty() || std::abs(threshold) <= 10 * std::max(std::abs(values.minimum), std::abs(values.maximum));
}

} // namespace

QString plainLine(const QString& text) { return words::shortened(words::visible(text).simplified(), longestName); }

Drawn drawn(const Panel& panel)
{
    Drawn result;
    const std::vector<metrics::Series>& all = seriesOf(panel);
    std::vector<metrics::Extent> extents;
    extents.reserve(all.size());
    metrics::Extent values;
    for (const metrics::Series& series : all) {
        extents.push_back(metrics::extent(series, panel.range.start, panel.range.end));
        values.take(extents.back());
    }
    result.look = lookOf(panel, values);
    result.series = metrics::busiest(extents, mostLines);
    result.leftOut = all.size() - result.series.size();

    std::vector<const metrics::Series*> shown;
    for (const size_t i : result.series) {
        shown.push_back(&all[i]);
        result.extent.take(extents[i]);
        result.wholeNames += plainLine(metrics::wholeName(all[i]));
    }
    for (const QString& name : metrics::shortNames(shown))
        result.names += plainLine(name);
    for (const metrics::Threshold& threshold : panel.thresholds) {
        if (std::isfinite(threshold.value) && isNear(threshold.value, result.extent))
            result.extent.take(threshold.value);
    }

    const QString unit = plainLine(panel.unit);
    const double largest =
        result.extent.isEmpty() ? 0 : std::max(std::abs(result.extent.minimum), std::abs(result.extent.maximum));
    result.scale = metrics::scaleFor(unit, largest);
    result.headline = metrics::headline(all, panel.thresholds, panel.range.step);
    if (result.headline) {
        result.reading = unit == QLatin1String("dtdurations") ? metrics::reading(result.headline->value, unit)
                                                              : metrics::reading(result.headline->value, result.scale);
    }
    return result;
}

QColor colourOf(Tone tone, const style::Theme& theme)
{
    switch (tone) {
    case Tone::Plain:
        return theme.muted;
    case Tone::Act:
        return theme.accent;
    case Tone::Good:
        return theme.good;
    case Tone::Warn:
        return theme.warn;
    case Tone::Bad:
        return theme.bad;
    case Tone::Hypothesis:
        return theme.hypothesis;
    }
    Q_UNREACHABLE();
}

QColor colourOf(metrics::Verdict verdict, const style::Theme& theme)
{
    switch (verdict) {
    case metrics::Verdict::Unknown:
        return theme.accent;
    case metrics::Verdict::Ok:
        return theme.good;
    case metrics::Verdict::Warn:
        return theme.warn;
    case metrics::Verdict::Bad:
        return theme.bad;
    }
    Q_UNREACHABLE();
}

std::vector<Line> linesOf(const Panel& panel, const Drawn& drawn, const style::Theme& theme)
{
    std::vector<Line> lines;
    for (const size_t i : drawn.series)
        lines.push_back({&(*panel.series)[i], lineLook(lines.size(), theme)});
    if (lines.size() == 1 && drawn.headline)
        lines.front().look.colour = colourOf(drawn.headline->verdict, theme);
    return lines;
}

} // namespace warroom::charts
