// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expression.h"

#include "metrics/token.h"

#include <QRegularExpression>

namespace warroom::metrics {

namespace {

/// What stands outside of all brackets, a closing bracket for all that is in it; none where brackets do not fit.
std::vector<Token> outermost(const QString& expr)
{
    std::vector<Token> outside;
    int depth = 0;
    for (const Token& token : tokens(expr)) {
        if (token.closes() && --depth < 0)
            return {};
        if (depth == 0)
            outside.push_back(token);
        if (token.opens())
            ++depth;
    }
    return depth == 0 ? outside : std::vector<Token>();
}

bool bindsLess(const QString& word)
{
    for (const char* each : {"and", "or", "unless"}) {
        if (word.compare(QLatin1String(each), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool compares(const QString& op)
{
    return op == u">" || op == u"<" || op == u">=" || op == u"<=" || op == u"==" || op == u"!=";
}

QString turned(const QString& op)
{
    QString other = op;
    if (other.startsWith(u'<') || other.startsWith(u'>'))
        other[0] = other[0] == u'<' ? u'>' : u'<';
    return other;
}

/// The number that a side is all of.
std::optional<double> number(const QString& side)
{
    static const QRegularExpression plain(QStringLiteral("\\A\\s*[+-]?\\s*[0-9.][0-9.eE+-]*\\s*\\z"));
    bool isNumber = false;
    const double value = QString(side).remove(u' ').toDouble(&isNumber);
    return isNumber && plain.match(side).hasMatch() ? std::optional(value) : std::nullopt;
}

} // namespace

Split split(const QString& expr)
{
    const Split whole{expr.trimmed(), {}};
    const Token* comparison = nullptr;
    const std::vector<Token> outside = outermost(expr);
    for (const Token& token : outside) {
        if (bindsLess(token.text) || token.text == u"bool")
            return whole;
        if (compares(token.text))
            comparison = &token; // they are taken from left to right: the last one filters what the others left
    }
    if (!comparison)
        return whole;
    const QString left = expr.left(comparison->start);
    const QString right = expr.mid(comparison->end());
    if (const std::optional<double> value = number(right); value && !number(left))
        return {left.trimmed(), Comparison{comparison->text, *value}};
    if (const std::optional<double> value = number(left); value && !number(right))
        return {right.trimmed(), Comparison{turned(comparison->text), *value}};
    return whole;
}

} // namespace warroom::metrics
