// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/token.h"

#include <QRegularExpression>

namespace warroom::metrics {

namespace {

bool isOneOf(const QString& text, QLatin1StringView characters)
{
    return text.size() == 1 && characters.contains(text.front());
}

} // namespace

bool Token::isQuoted() const { return text.size() > 1 && isOneOf(text.first(1), QLatin1StringView("\"'`")); }

bool Token::isReference() const
{
    return text.size() > 1 && (text.front() == QLatin1Char('$') || text.startsWith(QLatin1String("[[")));
}

bool Token::opens() const { return isOneOf(text, QLatin1StringView("([{")); }

bool Token::closes() const { return isOneOf(text, QLatin1StringView(")]}")); }

std::vector<Token> tokens(const QString& expr)
{
    static const QRegularExpression piece(
        QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|#[^\\n]*|"
                       "\\$\\{[^{}\\s]*\\}|\\$\\w+|\\[\\[\\w+(?::\\w+)?\\]\\]|[A-Za-z_:][\\w:]*|"
                       "[0-9.][\\w.]*(?:(?<=[eE])[+-][0-9]+)?|[<>=!]=|=~|!~|\\S"),
        QRegularExpression::DotMatchesEverythingOption);
    std::vector<Token> found;
    for (auto all = piece.globalMatch(expr); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        if (const QString text = match.captured(); !text.startsWith(QLatin1Char('#')))
            found.push_back({match.capturedStart(), text});
    }
    return found;
}

} // namespace warroom::metrics
