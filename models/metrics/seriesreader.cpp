// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesreader.h"

#include "metrics/excerpt.h"
#include "metrics/plainpoint.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace warroom::metrics {

namespace {

using namespace simdjson;

static_assert(bodyPadding >= SIMDJSON_PADDING);

/// In seconds; the year 9999. Beyond it a time is a mistake.
constexpr double latest = 253'402'300'799.0;

/// Servers send them in order, and who looks for a moment in them relies on it.
void putInOrder(Series& series)
{
    if (std::ranges::is_sorted(series.times))
        return;
    std::vector<std::size_t> order(series.times.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return series.times[i]; });
    Series sorted;
    for (const std::size_t i : order) {
        sorted.times.push_back(series.times[i]);
        sorted.values.push_back(series.values[i]);
    }
    series.times = std::move(sorted.times);
    series.values = std::move(sorted.values);
}

} // namespace

bool toTime(ondemand::value value, qint64& time)
{
    double seconds = 0;
    // Written so that NaN is refused.
    if (value.get_double().get(seconds) || !(std::abs(seconds) <= latest))
        return false;
    time = std::llround(seconds * 1000);
    return true;
}

bool SeriesReader::read(ondemand::value value, Series& series)
{
    ondemand::object all;
    if (value.get_object().get(all))
        return false;
    for (auto each : all) {
        ondemand::field field;
        std::string_view key;
        if (std::move(each).get(field) || field.unescaped_key().get(key))
            return false;
        const bool understood = key == "metric" ? labels(field.value(), series)
            : key == "values"                   ? points(field.value(), series)
            : key == "value"                    ? point(field.value(), series)
            : key == "histograms"               ? histograms(field.value(), series)
                                                : true;
        if (!understood)
            return false;
        if (key == "histogram")
            series.histograms = 1;
    }
    putInOrder(series);
    return true;
}

bool SeriesReader::labels(ondemand::value value, Series& series)
{
    ondemand::object all;
    if (value.get_object().get(all))
        return false;
    series.labels.clear();
    for (auto each : all) {
        ondemand::field field;
        std::string_view name;
        std::string_view content;
        if (std::move(each).get(field) || field.unescaped_key().get(name) || field.value().get_string().get(content))
            return false;
        if (qsizetype(series.labels.size()) < mostLabels)
            series.labels.push_back({text(name), text(content)});
    }
    return true;
}

bool SeriesReader::points(ondemand::value value, Series& series)
{
    ondemand::array all;
    std::size_t count = 0;
    // Counted first: a vector that grows would for a moment need twice the memory.
    if (value.get_array().get(all) || all.count_elements().get(count))
        return false;
    series.times.clear();
    series.values.clear();
    series.times.reserve(count);
    series.values.reserve(count);
    for (auto each : all) {
        ondemand::value one;
        if (each.get(one))
            return false;
        qint64 time = 0;
        double number = 0;
        if (toPlainPoint(one.raw_json_token().data(), m_end, time, number)) {
            series.times.push_back(time);
            series.values.push_back(number);
        } else if (!point(one, series)) {
            return false;
        }
    }
    return true;
}

bool SeriesReader::point(ondemand::value value, Series& series)
{
    ondemand::array pair;
    if (value.get_array().get(pair))
        return false;
    int place = 0;
    for (auto each : pair) {
        ondemand::value one;
        ondemand::raw_json_string text;
        if (each.get(one) || place > 1)
            return false;
        if (place++ == 0) {
            if (!toTime(one, series.times.emplace_back()))
                return false;
        } else if (one.get_raw_json_string().get(text) || !toNumber(text.raw(), m_end, series.values.emplace_back())) {
            return false;
        }
    }
    return place == 2;
}

bool SeriesReader::histograms(ondemand::value value, Series& series)
{
    ondemand::array all;
    std::size_t count = 0;
    if (value.get_array().get(all) || all.count_elements().get(count))
        return false;
    series.histograms = qsizetype(count);
    return true;
}

const QString& SeriesReader::text(std::string_view utf8)
{
    // The keys stay: they stand in the parser's own memory until it reads another document.
    QString& text = m_texts[utf8];
    if (text.isEmpty() && !utf8.empty())
        text = cut(QString::fromUtf8(utf8.data(), qsizetype(utf8.size())), longestText);
    return text;
}

} // namespace warroom::metrics
