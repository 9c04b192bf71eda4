// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/plainpoint.h"

#include <charconv>

namespace warroom::metrics {

namespace {

/// The closing quote, or null where no number ends there.
const char* afterNumber(const char* text, const char* end, double& number)
{
    // from_chars takes no plus.
    if (text < end && *text == '+')
        ++text;
    const std::from_chars_result read = std::from_chars(text, end, number);
    return read.ec == std::errc() && read.ptr < end && *read.ptr == '"' ? read.ptr : nullptr;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

} // namespace

bool toNumber(const char* text, const char* end, double& number) { return afterNumber(text, end, number); }

bool toPlainPoint(const char* text, const char* end, qint64& time, double& value)
{
    constexpr int seconds = 10;
    constexpr int decimals = 3;
    constexpr int shortest = 16; // [1700000000,"1"]
    if (end - text < shortest || text[1] == '0')
        return false;
    ++text;
    qint64 read = 0;
    for (int i = 0; i < seconds; ++i, ++text) {
        if (!isDigit(*text))
            return false;
        read = read * 10 + (*text - '0');
    }
    const bool isFraction = *text == '.';
    text += isFraction;
    for (int i = 0; i < decimals; ++i) {
        const bool isMore = isFraction && isDigit(*text);
        // A point alone is no fraction.
        if (isFraction && i == 0 && !isMore)
            return false;
        read = read * 10 + (isMore ? *text++ - '0' : 0);
    }
    if (end - text < 2 || text[0] != ',' || text[1] != '"')
        return false;
    const char* const quote = afterNumber(text + 2, end, value);
    time = read;
    return quote && quote + 1 < end && quote[1] == ']';
}

} // namespace warroom::metrics
