// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/unusable.h"

#include "base/hidden.h"
#include "metrics/token.h"
#include "playbook/loader.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace warroom::panels {

namespace {

using metrics::Token;

/// https://prometheus.io/docs/prometheus/latest/querying/functions/
const QSet<QString>& functions()
{
    static const QSet<QString> all = [] {
        const QString words = QStringLiteral(
            "abs absent acos acosh asin asinh atan atanh ceil clamp clamp_max clamp_min cos cosh day_of_month "
            "day_of_week day_of_year days_in_month deg end exp floor histogram_avg histogram_count histogram_fraction "
            "histogram_quantile histogram_stddev histogram_stdvar histogram_sum hour info label_join label_replace ln "
            "log10 log2 minute month pi rad round scalar sgn sin sinh sort sort_by_label sort_by_label_desc sort_desc "
            "sqrt start tan tanh time timestamp vector year avg bottomk count count_values group limit_ratio limitk "
            "max min quantile stddev stdvar sum topk");
        const QStringList list = words.split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    return all;
}

/// Those of a range.
const QSet<QString>& rangeFunctions()
{
    static const QSet<QString> all = [] {
        const QString words = QStringLiteral(
            "absent_over_time avg_over_time changes count_over_time delta deriv double_exponential_smoothing "
            "holt_winters idelta increase irate last_over_time mad_over_time max_over_time min_over_time "
            "predict_linear present_over_time quantile_over_time rate resets stddev_over_time stdvar_over_time "
            "sum_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time");
        const QStringList list = words.split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    return all;
}

bool isOneOf(const QString& text, std::initializer_list<const char*> words)
{
    return std::ranges::any_of(
        words, [&](const char* word) { return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0; });
}

/// Between two values, or before the labels of one.
bool isOperator(const QString& word)
{
    return isOneOf(word,
        {"and", "or", "unless", "atan2", "offset", "bool", "by", "without", "on", "ignoring", "group_left",
            "group_right"});
}

bool isOnlyMetricsQl(const QString& word) { return isOneOf(word, {"default", "if", "ifnot", "keep_metric_names"}); }

bool isWord(const Token& token) { return token.text.front().isLetter() || token.text.front() == QLatin1Char('_'); }

bool endsValue(const Token& token)
{
    return token.closes() || token.isQuoted() || (isWord(token) && !isOperator(token.text))
        || token.text.front().isDigit();
}

bool isRange(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?:[0-9]+(?:ms|[smhdwy]))+(?::(?:(?:[0-9]+(?:ms|[smhdwy]))+)?)?\\z"));
    return form.match(text).hasMatch();
}

class Reading
{
public:
    explicit Reading(const QString& expr) : m_tokens(metrics::tokens(expr)) { }

    std::optional<Refusal> problem()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (const auto refusal = problemAt(i))
                return refusal;
        }
        return m_open.empty() && !m_tokens.empty() ? std::nullopt : std::optional(Refusal{Reason::Malformed});
    }

private:
    struct Open {
        QChar bracket;
        QString function; ///< Of a range that is still to come.
        QString content; ///< Of square brackets.
    };

    std::optional<Refusal> problemAt(std::size_t i)
    {
        const Token& token = m_tokens[i];
        const QChar inside = m_open.empty() ? QChar() : m_open.back().bracket;
        if (inside == QLatin1Char('[') && !token.closes()) {
            m_open.back().content += token.text;
            return {};
        }
        if (token.closes())
            return closed(token.text.front());
        if (token.opens())
            return opened(i);
        if (token.text == QLatin1String("|"))
            return Refusal{Reason::LogQl};
        if (isOneOf(token.text, {"\"", "'", "`", "$", "\\", ";", "?", "&"}) || token.isReference())
            return Refusal{Reason::Malformed};
        return inside == QLatin1Char('{') ? std::nullopt : beside(i);
    }

    std::optional<Refusal> opened(std::size_t i)
    {
        const QChar bracket = m_tokens[i].text.front();
        if (bracket == QLatin1Char('{') && !m_open.empty() && m_open.back().bracket == bracket)
            return Refusal{Reason::Template};
        Open open{bracket, {}, {}};
        if (bracket == QLatin1Char('[')) {
            for (Open& outer : m_open)
                outer.function.clear();
        } else if (bracket == QLatin1Char('(') && i > 0 && isWord(m_tokens[i - 1])
            && !isOperator(m_tokens[i - 1].text)) {
            const QString function = m_tokens[i - 1].text;
            if (rangeFunctions().contains(function))
                open.function = function;
            else if (!functions().contains(function.toLower()))
                return Refusal{Reason::MetricsQl, function};
        }
        m_open.push_back(open);
        return {};
    }

    std::optional<Refusal> closed(QChar bracket)
    {
        const QLatin1StringView pairs("()[]{}");
        if (m_open.empty() || pairs[pairs.indexOf(bracket) - 1] != m_open.back().bracket)
            return Refusal{Reason::Malformed};
        const Open open = m_open.back();
        m_open.pop_back();
        if (bracket == QLatin1Char(']') && !isRange(open.content))
            return Refusal{Reason::Malformed};
        if (!open.function.isEmpty())
            return Refusal{Reason::MetricsQl, open.function};
        return {};
    }

    /// Two values without an operator between them.
    std::optional<Refusal> beside(std::size_t i) const
    {
        const Token& token = m_tokens[i];
        if (i == 0 || !endsValue(m_tokens[i - 1]) || isOperator(token.text)
            || !(isWord(token) || token.text.front().isDigit() || token.isQuoted()))
            return {};
        // Labels stand between `by` and what is summed.
        if (m_tokens[i - 1].text == QLatin1String(")"))
            return isOnlyMetricsQl(token.text) ? std::optional(Refusal{Reason::MetricsQl, token.text}) : std::nullopt;
        return isOnlyMetricsQl(token.text) ? Refusal{Reason::MetricsQl, token.text} : Refusal{Reason::Malformed};
    }

    std::vector<Token> m_tokens;
    std::vector<Open> m_open;
};

} // namespace

std::optional<Refusal> unusable(const QString& expr)
{
    if (expr.size() > playbook::maxText)
        return Refusal{Reason::TooLong};
    if (std::ranges::any_of(expr.toUcs4(), isHidden) || expr.contains(QLatin1Char('\n')))
        return Refusal{Reason::Invisible};
    return Reading(expr).problem();
}

} // namespace warroom::panels
