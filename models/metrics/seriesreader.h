// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/answer.h"

// A body that is no JSON is an everyday thing, and no exception crosses a function of ours.
#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

#include <string_view>
#include <unordered_map>

namespace warroom::metrics {

/// Seconds with a fraction as milliseconds. False where it is no time.
bool toTime(simdjson::ondemand::value value, qint64& time);

/// Reads series out of one document, which outlives it.
class SeriesReader
{
public:
    /// The end of the document.
    explicit SeriesReader(const char* end) : m_end(end) { }

    bool read(simdjson::ondemand::value value, Series& series);

private:
    bool labels(simdjson::ondemand::value value, Series& series);
    bool points(simdjson::ondemand::value value, Series& series);
    bool point(simdjson::ondemand::value value, Series& series);
    bool histograms(simdjson::ondemand::value value, Series& series);
    const QString& text(std::string_view utf8);

    const char* m_end;
    std::unordered_map<std::string_view, QString> m_texts; ///< Series share most of their labels.
};

} // namespace warroom::metrics
