// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/unitdoubts.h"

#include "metrics/expression.h"
#include "metrics/token.h"

#include <QRegularExpression>

#include <algorithm>

namespace warroom::panels {

namespace {

using metrics::Token;

bool isRate(const Token& token)
{
    return token.text == QLatin1String("rate") || token.text == QLatin1String("irate")
        || token.text == QLatin1String("increase");
}

/// What an expression is made of, as far as units go.
struct Shape {
    bool rates = false;
    bool divides = false;
    bool dividesRates = false;
    bool ofSeconds = false; ///< Seconds in a second are a share already.
    bool times100 = false;
};

Shape shapeOf(const QString& expr)
{
    const std::vector<Token> tokens = metrics::tokens(expr);
    Shape shape;
    shape.rates = std::ranges::any_of(tokens, isRate);
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
        const bool divides = token->text == QLatin1String("/");
        shape.divides = shape.divides || divides;
        shape.dividesRates = shape.dividesRates
            || (divides && std::any_of(tokens.begin(), token, isRate) && std::any_of(token, tokens.end(), isRate));
        shape.ofSeconds = shape.ofSeconds || token->text.contains(QLatin1String("_seconds_"));
        shape.times100 = shape.times100 || token->text == QLatin1String("100");
    }
    return shape;
}

bool saysPercent(const QString& title)
{
    static const QRegularExpression form(
        QStringLiteral("%|\\bpercent(?:age)?\\b"), QRegularExpression::CaseInsensitiveOption);
    return form.match(title).hasMatch();
}

bool hasLimitBeyondOne(const playbook::MetricPanel& panel)
{
    const std::optional<metrics::Comparison> end = metrics::split(panel.expr).comparison;
    return (panel.warn && panel.warn->value > 1) || (panel.bad && panel.bad->value > 1) || (end && end->value > 1);
}

} // namespace

std::vector<UnitDoubt> unitDoubts(const playbook::MetricPanel& panel)
{
    const bool isPercent = panel.unit == QLatin1String("percent") || panel.unit == QLatin1String("%");
    const bool isShare = panel.unit == QLatin1String("percentunit");
    const Shape shape = shapeOf(panel.expr);
    const bool isShareItself = (shape.dividesRates || (shape.rates && shape.ofSeconds)) && !shape.times100;

    std::vector<UnitDoubt> doubts;
    if (saysPercent(panel.title) && !isPercent && !isShare)
        doubts.push_back(UnitDoubt::SaysPercent);
    if ((isPercent || isShare) && shape.rates && !shape.divides && !shape.ofSeconds && !shape.times100)
        doubts.push_back(UnitDoubt::RateAsPercent);
    if (isPercent && isShareItself)
        doubts.push_back(UnitDoubt::ShareAsPercent);
    if (isShare && shape.times100)
        doubts.push_back(UnitDoubt::PercentAsShare);
    else if (isShare && hasLimitBeyondOne(panel))
        doubts.push_back(UnitDoubt::LimitOutOfShare);
    return doubts;
}

} // namespace warroom::panels
