// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace warroom::metrics {

namespace {

struct Step {
    double factor;
    const char16_t* prefix;
};

constexpr std::array<Step, 6> decimal{{{1, u""}, {1e3, u"k"}, {1e6, u"M"}, {1e9, u"G"}, {1e12, u"T"}, {1e15, u"P"}}};
constexpr std::array<Step, 6> binary{
    {{1, u""}, {0x1p10, u"Ki"}, {0x1p20, u"Mi"}, {0x1p30, u"Gi"}, {0x1p40, u"Ti"}, {0x1p50, u"Pi"}}};
constexpr std::array<Step, 7> seconds{
    {{1e-9, u"ns"}, {1e-6, u"µs"}, {1e-3, u"ms"}, {1, u"s"}, {60, u"min"}, {3600, u"h"}, {86400, u"d"}}};

/// The largest step of which there is a whole one.
const Step& stepFor(double largest, std::span<const Step> steps)
{
    const Step* result = &steps.front();
    for (const Step& step : steps) {
        // A little less already rounds to one.
        if (largest >= step.factor * 0.9995)
            result = &step;
    }
    return *result;
}

QString prefixOf(const Step& step) { return QString::fromUtf16(step.prefix); }

Scale withPrefix(double largest, std::span<const Step> steps, const QString& unit)
{
    const Step& step = stepFor(largest, steps);
    return {step.factor, prefixOf(step) + unit};
}

/// "k req/s": what is no unit but a word keeps apart from its prefix.
Scale withWord(double largest, const QString& word)
{
    const Step& step = stepFor(largest, decimal);
    return {step.factor, (prefixOf(step) + QLatin1Char(' ') + word).trimmed()};
}

Scale ofSeconds(double largest, double inSeconds)
{
    // Nothing at all is no nanosecond.
    const Step& step = stepFor(largest == 0 ? inSeconds : largest * inSeconds, seconds);
    return {step.factor / inSeconds, prefixOf(step)};
}

QString withMinus(QString number) { return number.replace(QLatin1Char('-'), QChar(0x2212)); }

QString rounded(double value)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double amount = std::abs(value);
    if (amount >= 1e6 || (amount > 0 && amount < 0.01))
        return withMinus(QString::number(value, 'g', amount < 1 ? 2 : 4));
    const int digits = amount < 0.995 ? 2 : amount < 99.95 ? 1 : 0;
    QString number = QString::number(value, 'f', digits);
    // A whole number says so.
    if (value == std::trunc(value))
        number.truncate(digits > 0 ? number.size() - digits - 1 : number.size());
    return withMinus(number);
}

QString durationOf(double length)
{
    const auto total = qint64(std::abs(length));
    const std::array<std::pair<qint64, const char16_t*>, 4> parts{
        {{total / 86400, u"d"}, {total / 3600 % 24, u"h"}, {total / 60 % 60, u"min"}, {total % 60, u"s"}}};
    size_t first = 0;
    while (first < parts.size() - 1 && parts[first].first == 0)
        ++first;
    QString text;
    for (size_t i = first; i < std::min(first + 2, parts.size()); ++i) {
        if (i == first || parts[i].first > 0)
            text += QStringLiteral(" %1 %2").arg(parts[i].first).arg(QString::fromUtf16(parts[i].second));
    }
    return (length < 0 ? QString(QChar(0x2212)) : QString()) + text.mid(1);
}

} // namespace

Scale scaleFor(const QString& unit, double largest)
{
    const auto is = [&](const char* name) { return unit == QLatin1String(name); };
    const double amount = std::abs(largest);
    if (unit.isEmpty() || is("short"))
        return withPrefix(amount, decimal, {});
    if (is("none"))
        return {};
    if (is("bytes"))
        return withPrefix(amount, binary, QStringLiteral("B"));
    if (is("decbytes"))
        return withPrefix(amount, decimal, QStringLiteral("B"));
    if (is("Bps"))
        return withPrefix(amount, decimal, QStringLiteral("B/s"));
    if (is("bps"))
        return withPrefix(amount, decimal, QStringLiteral("b/s"));
    if (is("s") || is("dtdurations"))
        return ofSeconds(amount, 1);
    if (is("ms"))
        return ofSeconds(amount, 1e-3);
    if (is("percent"))
        return {1, QStringLiteral("%")};
    if (is("percentunit"))
        return {0.01, QStringLiteral("%")};
    const std::pair<const char*, const char*> words[] = {{"ops", "ops/s"}, {"reqps", "req/s"}, {"pps", "packets/s"}};
    for (const auto& [name, word] : words) {
        if (is(name))
            return withWord(amount, QLatin1String(word));
    }
    return withWord(amount, unit);
}

QString Reading::text() const { return symbol.isEmpty() ? number : number + QChar(QChar::Nbsp) + symbol; }

Reading reading(double value, const Scale& scale)
{
    return {rounded(value / scale.factor), std::isnan(value) ? QString() : scale.symbol};
}

Reading reading(double value, const QString& unit)
{
    // Beyond a million years a double is no count of seconds any more.
    if (unit == QLatin1String("dtdurations") && std::abs(value) >= 1 && std::abs(value) < 1e14)
        return {durationOf(value), {}};
    return reading(value, scaleFor(unit, value));
}

QString axisNumber(double value, double step, const Scale& scale)
{
    const double apart = step / scale.factor;
    const double shown = value / scale.factor;
    if (!(apart > 1e-6) || std::abs(shown) >= 1e9)
        return withMinus(QString::number(shown, 'g', 3));
    // A hundredth of a step tells 0.1 from what is a little less in binary.
    const int digits = std::max(0, int(std::ceil(-std::log10(apart) - 0.01)));
    const QString number = QString::number(shown, 'f', digits);
    return shown < 0 && number.toDouble() == 0 ? withMinus(number.mid(1)) : withMinus(number);
}

} // namespace warroom::metrics
