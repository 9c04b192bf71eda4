// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/grafanalimits.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace warroom::panels {

namespace {

using metrics::Verdict;

/// From a value on it is that.
struct Step {
    double from;
    Verdict verdict;
    bool operator==(const Step&) const = default;
};

/// Red, green and blue as "#d44a3a" or "rgba(245, 54, 54, 0.9)" have them; nothing for a name.
std::optional<std::array<int, 3>> components(const QString& colour)
{
    static const QRegularExpression hex(QStringLiteral("\\A#(..)(..)(..)(?:..)?\\z"));
    static const QRegularExpression decimal(QStringLiteral("\\Argba?\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)"));
    for (const auto& [form, base] : {std::pair(&hex, 16), std::pair(&decimal, 10)}) {
        if (const QRegularExpressionMatch found = form->match(colour); found.hasMatch())
            return std::array{found.captured(1).toInt(nullptr, base), found.captured(2).toInt(nullptr, base),
                found.captured(3).toInt(nullptr, base)};
    }
    return {};
}

/// What a colour says: red is bad, orange and yellow warn, all others are well.
Verdict verdictOf(const QString& colour)
{
    if (const auto found = components(colour)) {
        const auto [red, green, blue] = *found;
        if (red <= green || red <= blue)
            return red == green && red > 2 * blue ? Verdict::Warn : Verdict::Ok;
        if (blue * 2 > red)
            return Verdict::Ok;
        return green * 5 < red * 2 ? Verdict::Bad : Verdict::Warn;
    }
    const QString name = colour.toLower();
    if (name.contains(QLatin1String("red")))
        return Verdict::Bad;
    const bool warns = name.contains(QLatin1String("orange")) || name.contains(QLatin1String("yellow"));
    return warns ? Verdict::Warn : Verdict::Ok;
}

std::optional<double> number(const QJsonValue& value)
{
    bool isNumber = value.isDouble();
    const double found = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(found) ? std::optional(found) : std::nullopt;
}

/// Those without a value begin.
std::vector<Step> stepsOf(const QJsonArray& array)
{
    std::vector<Step> steps;
    for (const auto& step : array) {
        const std::optional<double> from = number(step[QLatin1String("value")]);
        const Verdict verdict = verdictOf(step[QLatin1String("color")].toString());
        if (from || steps.empty())
            steps.push_back({from.value_or(-std::numeric_limits<double>::infinity()), verdict});
    }
    std::ranges::stable_sort(steps, {}, &Step::from);
    return steps;
}

/// Where it gets worse upwards, and where downwards.
std::vector<Limit> limitsOf(const std::vector<Step>& steps)
{
    std::vector<Limit> limits;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const Verdict below = steps[i - 1].verdict;
        const Verdict above = steps[i].verdict;
        if (above > below)
            limits.push_back({{QStringLiteral(">="), steps[i].from}, above});
        else if (above < below)
            limits.push_back({{QStringLiteral("<"), steps[i].from}, below});
    }
    return limits;
}

/// What a panel is born with, where nobody sees or chose it.
bool isOnlyThere(const std::vector<Step>& steps, const QJsonObject& panel)
{
    const std::vector<Step> born{{-std::numeric_limits<double>::infinity(), Verdict::Ok}, {80, Verdict::Bad}};
    const QJsonValue defaults = panel[QLatin1String("fieldConfig")][QLatin1String("defaults")];
    const QString style =
        defaults[QLatin1String("custom")][QLatin1String("thresholdsStyle")][QLatin1String("mode")].toString();
    return steps == born && panel[QLatin1String("type")] == QLatin1String("timeseries")
        && (style.isEmpty() || style == QLatin1String("off"))
        && defaults[QLatin1String("unit")] != QLatin1String("percent");
}

/// In percent of what is between the least and the most; nothing where these are not known.
std::vector<Step> absolute(std::vector<Step> steps, const QJsonValue& field)
{
    const std::optional<double> min = number(field[QLatin1String("min")]);
    const std::optional<double> max = number(field[QLatin1String("max")]);
    if (!min || !max)
        return {};
    for (Step& step : steps)
        step.from = *min + step.from / 100 * (*max - *min);
    return steps;
}

std::vector<Limit> ofField(const QJsonValue& field, const QJsonObject& panel)
{
    const QJsonValue thresholds = field[QLatin1String("thresholds")];
    const bool isPercentage = thresholds[QLatin1String("mode")] == QLatin1String("percentage");
    const std::vector<Step> steps = stepsOf(thresholds[QLatin1String("steps")].toArray());
    if (isPercentage)
        return limitsOf(absolute(steps, field));
    return isOnlyThere(steps, panel) ? std::vector<Limit>() : limitsOf(steps);
}

/// Of a graph, before there were fields: each with its side.
std::vector<Limit> ofGraph(const QJsonArray& thresholds)
{
    std::vector<Limit> limits;
    for (const auto& each : thresholds) {
        const std::optional<double> value = number(each[QLatin1String("value")]);
        const QString mode = each[QLatin1String("colorMode")].toString();
        const Verdict verdict = mode == QLatin1String("critical") ? Verdict::Bad
            : mode == QLatin1String("warning")                    ? Verdict::Warn
            : mode == QLatin1String("custom") ? verdictOf(each[QLatin1String("lineColor")].toString())
                                              : Verdict::Ok;
        const bool isBelow = each[QLatin1String("op")] == QLatin1String("lt");
        if (value && verdict != Verdict::Ok)
            limits.push_back({{QLatin1String(isBelow ? "<" : ">"), *value}, verdict});
    }
    return limits;
}

/// "50,80" and a colour for each part.
std::vector<Limit> ofSingleNumber(const QString& thresholds, const QJsonArray& colours)
{
    QJsonArray steps{QJsonObject{{QStringLiteral("color"), colours.at(0)}}};
    const QStringList values = thresholds.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& value : values)
        steps += QJsonObject{{QStringLiteral("value"), value}, {QStringLiteral("color"), colours.at(steps.size())}};
    return limitsOf(stepsOf(steps));
}

} // namespace

std::vector<Limit> grafanaLimits(const QJsonObject& panel)
{
    const QJsonValue options = panel[QLatin1String("options")];
    for (const QJsonValue& field : {panel[QLatin1String("fieldConfig")][QLatin1String("defaults")],
             options[QLatin1String("fieldOptions")][QLatin1String("defaults")]}) {
        if (field[QLatin1String("thresholds")].isObject())
            return ofField(field, panel);
    }
    for (const QJsonValue& old :
        {options[QLatin1String("fieldOptions")][QLatin1String("thresholds")], options[QLatin1String("thresholds")]}) {
        if (old.isArray())
            return limitsOf(stepsOf(old.toArray()));
    }
    const QJsonValue own = panel[QLatin1String("thresholds")];
    return own.isString() ? ofSingleNumber(own.toString(), panel[QLatin1String("colors")].toArray())
                          : ofGraph(own.toArray());
}

} // namespace warroom::panels
