// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/filling.h"

#include "metrics/token.h"
#include "playbook/loader.h"

#include <algorithm>

namespace warroom::panels {

namespace {

using metrics::Token;

/// What stands for a length that somebody chooses in Grafana.
constexpr QLatin1StringView someLength("5m");

bool isOneOf(const QString& text, std::initializer_list<const char*> words)
{
    return std::ranges::any_of(words, [&](const char* word) { return text == QLatin1String(word); });
}

bool isName(const Token& token)
{
    const QChar first = token.text.front();
    return first.isLetter() || first == QLatin1Char('_') || first == QLatin1Char(':');
}

bool isPartOfName(const Token& token) { return isName(token) || token.isReference() || token.text.front().isDigit(); }

bool isWithin(const Token& token, const Token& before) { return token.start == before.end(); }

/// Between quotes of that kind.
QString escaped(QString value, QChar quote)
{
    if (quote == QLatin1Char('`'))
        return value.remove(quote);
    return value.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(quote, QString(QLatin1Char('\\')) + quote)
        .replace(QLatin1Char('\n'), QLatin1String("\\n"));
}

constexpr QLatin1StringView meta(".+*?()[]{}|^$\\");

QString patternOf(const QString& value)
{
    QString pattern;
    for (const QChar c : value) {
        if (meta.contains(c))
            pattern += QLatin1Char('\\');
        pattern += c;
    }
    return pattern;
}

/// What stood between quotes as it is, so that it means the same as a pattern there.
QString literalAsPattern(const QString& quoted, QChar quote)
{
    const bool escapes = quote != QLatin1Char('`');
    const QLatin1StringView backslash(escapes ? "\\\\" : "\\");
    QString pattern;
    for (qsizetype i = 0; i < quoted.size(); ++i) {
        if (escapes && quoted[i] == QLatin1Char('\\') && i + 1 < quoted.size()) {
            const QString pair = quoted.mid(i++, 2);
            pattern += pair[1] == QLatin1Char('\\') ? pair + pair : pair;
        } else {
            pattern += meta.contains(quoted[i]) ? QString(backslash) + quoted[i] : QString(quoted[i]);
        }
    }
    return pattern;
}

QString alternatives(const Variable& variable)
{
    QStringList patterns;
    std::ranges::transform(variable.values, std::back_inserter(patterns), patternOf);
    return patterns.size() == 1 ? patterns.constFirst()
                                : QLatin1Char('(') + patterns.join(QLatin1Char('|')) + QLatin1Char(')');
}

/// A text between quotes, taken apart at the variables in it.
struct Part {
    QString literal;
    std::optional<QString> name; ///< Behind the literal.
};

std::vector<Part> parts(const QString& content)
{
    std::vector<Part> all;
    qsizetype from = 0;
    while (const std::optional<Reference> found = referenceIn(content, from)) {
        all.push_back({content.mid(from, found->start - from), found->name});
        from = found->start + found->length;
    }
    all.push_back({content.mid(from), {}});
    return all;
}

class Filling
{
public:
    Filling(const QString& expr, const Variables& variables) : m_variables(variables), m_tokens(metrics::tokens(expr))
    {
    }

    std::variant<QString, Refusal> result()
    {
        for (std::size_t i = 0; i < m_tokens.size() && !m_refusal;)
            i = take(i);
        if (m_refusal)
            return *m_refusal;
        QString text;
        for (const Piece& piece : m_pieces)
            text += (piece.apart && !text.isEmpty() ? QStringLiteral(" ") : QString()) + piece.text;
        return text;
    }

private:
    struct Piece {
        QString text;
        bool apart;
    };
    /// A bracket that is not closed yet.
    struct Open {
        QString bracket;
        bool isLabels = false; ///< Of `by` and the like.
        bool wantsValue = false; ///< Of a selector that nothing else narrows down.
    };

    std::size_t take(std::size_t i)
    {
        const Token& token = m_tokens[i];
        const QString inside = m_open.empty() ? QString() : m_open.back().bracket;
        if (token.opens())
            m_open.push_back(opened(i));
        else if (token.closes() && !m_open.empty())
            m_open.pop_back();
        if (token.isQuoted())
            put(i, quoted(token));
        else if (token.isReference() && (inside == QLatin1String("[") || isOffset(i)))
            put(i, length(i));
        else if (token.isReference() && (inside == QLatin1String("{") || isAmongLabels()))
            put(i, names(token));
        else if (inside != QLatin1String("[") && inside != QLatin1String("{") && isPartOfName(token))
            return name(i);
        else
            put(i, token.text);
        return i + 1;
    }

    void put(std::size_t i, const QString& text)
    {
        m_pieces.push_back({text, i > 0 && !isWithin(m_tokens[i], m_tokens[i - 1])});
    }

    QString refuse(const QString& name)
    {
        m_refusal = Refusal{Reason::NoValue, name};
        return {};
    }

    static QString nameOf(const Token& token)
    {
        const std::optional<Reference> reference = referenceIn(token.text, 0);
        return reference ? reference->name : token.text;
    }

    bool isAmongLabels() const { return !m_open.empty() && m_open.back().isLabels; }

    bool isOffset(std::size_t i) const
    {
        const std::size_t back = i > 1 && m_tokens[i - 1].text == QLatin1String("-") ? 2 : 1;
        return i >= back && m_tokens[i - back].text.compare(QLatin1String("offset"), Qt::CaseInsensitive) == 0;
    }

    Open opened(std::size_t i) const
    {
        const Token* const before = i > 0 ? &m_tokens[i - 1] : nullptr;
        const QString word = before ? before->text.toLower() : QString();
        const bool isNamed = before && isName(*before) && !isOneOf(word, {"and", "or", "unless", "bool"});
        return {m_tokens[i].text, isOneOf(word, {"by", "without", "on", "ignoring", "group_left", "group_right"}),
            !isNamed && !isNarrowed(i)};
    }

    /// A selector without a name wants one matcher that does not match nothing.
    bool isNarrowed(std::size_t i) const
    {
        for (; i < m_tokens.size() && m_tokens[i].text != QLatin1String("}"); ++i) {
            const QString& text = m_tokens[i].text;
            if (i > 0 && m_tokens[i].isQuoted() && text.size() > 2 && !referenceIn(text, 0)
                && isOneOf(m_tokens[i - 1].text, {"=", "=~"}))
                return true;
        }
        return false;
    }

    QString length(std::size_t i)
    {
        const Variable variable = m_variables.find(nameOf(m_tokens[i]));
        const bool isPart = (i > 0 && isWithin(m_tokens[i], m_tokens[i - 1]) && m_tokens[i - 1].text.back().isDigit())
            || (i + 1 < m_tokens.size() && isWithin(m_tokens[i + 1], m_tokens[i])
                && m_tokens[i + 1].text.front().isLetterOrNumber());
        const bool isOurs = nameOf(m_tokens[i]).startsWith(QLatin1String("__")) && !variable.values.isEmpty();
        if (!isPart && !isOurs)
            return someLength;
        return variable.values.size() == 1 ? variable.values.constFirst() : refuse(nameOf(m_tokens[i]));
    }

    /// Labels after `by`, or a whole matcher.
    QString names(const Token& token)
    {
        const Variable variable = m_variables.find(nameOf(token));
        const bool fits = isAmongLabels() ? !variable.values.isEmpty() : variable.values.size() == 1;
        return fits ? variable.values.join(QLatin1String(", ")) : refuse(nameOf(token));
    }

    /// A name of which variables are a part, or all; returns where it goes on.
    std::size_t name(std::size_t first)
    {
        std::size_t end = first + 1;
        while (end < m_tokens.size() && isWithin(m_tokens[end], m_tokens[end - 1]) && isPartOfName(m_tokens[end]))
            ++end;
        const QString next = end < m_tokens.size() ? m_tokens[end].text : QString();
        const bool isSelector = next == QLatin1String("{");
        QString plain;
        QString pattern;
        bool isPattern = false;
        for (std::size_t i = first; i < end; ++i) {
            const QString own = m_tokens[i].isReference() ? nameOf(m_tokens[i]) : QString();
            const Variable variable = own.isEmpty() ? Variable{.values = {m_tokens[i].text}} : m_variables.find(own);
            isPattern = isPattern || (variable.values.size() != 1 && !variable.isInterval);
            plain += variable.isInterval ? QString(someLength) : variable.values.join(QString());
            pattern += variable.values.isEmpty()
                ? (variable.pattern.isEmpty() ? QLatin1String(end - first == 1 ? ".+" : ".*") : variable.pattern)
                : alternatives(variable);
            const bool isEverything = variable.values.isEmpty() && end - first == 1 && !isSelector;
            // Every series there is, or a function or a number that is not known, nobody asked for.
            if (isPattern && !own.isEmpty() && (next == QLatin1String("(") || isEverything))
                refuse(own);
        }
        if (!isPattern) {
            put(first, plain);
            return end;
        }
        put(first, QStringLiteral("{__name__=~\"%1\"").arg(escaped(pattern, QLatin1Char('"'))));
        if (!isSelector) {
            m_pieces.push_back({QStringLiteral("}"), false});
            return end;
        }
        m_open.push_back({next, false, false});
        if (end + 1 < m_tokens.size() && m_tokens[end + 1].text != QLatin1String("}"))
            m_pieces.push_back({QStringLiteral(","), false});
        return end + 1;
    }

    QString quoted(const Token& token)
    {
        const QChar quote = token.text.front();
        const QString content = token.text.mid(1, token.text.size() - 2);
        const bool isMatcher = !m_open.empty() && m_open.back().bracket == QLatin1String("{") && !m_pieces.empty()
            && isOneOf(m_pieces.back().text, {"=", "!=", "=~", "!~"});
        return quote + (isMatcher ? matched(content, quote) : said(content, quote)) + quote;
    }

    /// A text that matches nothing: what is not declared means something else there, such as a group of a pattern.
    QString said(const QString& content, QChar quote) const
    {
        QString text;
        qsizetype from = 0;
        while (const std::optional<Reference> found = referenceIn(content, from)) {
            const Variable variable = m_variables.find(found->name);
            text += content.mid(from, found->start - from);
            text += variable.values.size() == 1 ? escaped(variable.values.constFirst(), quote)
                                                : content.mid(found->start, found->length);
            from = found->start + found->length;
        }
        return text + content.mid(from);
    }

    /// The value of a matcher, whose operator is the last piece.
    QString matched(const QString& content, QChar quote)
    {
        const std::vector<Part> all = parts(content);
        if (all.size() == 1)
            return content;
        QString& op = m_pieces.back().text;
        const bool wasPattern = op.endsWith(QLatin1Char('~'));
        const bool isPattern = wasPattern || std::ranges::any_of(all, [this](const Part& part) {
            return part.name && m_variables.find(*part.name).values.size() != 1;
        });
        const bool isNothingElse = std::ranges::all_of(all, [](const Part& part) { return part.literal.isEmpty(); });
        const QString any = QLatin1String(m_open.back().wantsValue && isNothingElse ? ".+" : ".*");
        QString text;
        for (const Part& part : all) {
            text += isPattern && !wasPattern ? literalAsPattern(part.literal, quote) : part.literal;
            if (!part.name)
                continue;
            const Variable variable = m_variables.find(*part.name);
            if (variable.values.isEmpty())
                text += variable.pattern.isEmpty() ? any : escaped(variable.pattern, quote);
            else if (isPattern && (variable.isSeveral || !wasPattern))
                text += escaped(alternatives(variable), quote);
            else
                text += escaped(variable.values.join(QLatin1Char('|')), quote);
        }
        if (isPattern && !wasPattern)
            op = QLatin1String(op == QLatin1String("=") ? "=~" : "!~");
        return text;
    }

    const Variables& m_variables;
    std::vector<Token> m_tokens;
    std::vector<Piece> m_pieces;
    std::vector<Open> m_open;
    std::optional<Refusal> m_refusal;
};

} // namespace

std::variant<QString, Refusal> filled(const QString& expr, const Variables& variables)
{
    if (expr.size() > playbook::maxText)
        return Refusal{Reason::TooLong};
    return Filling(expr, variables).result();
}

QString oneLine(const QString& expr)
{
    QString text;
    qsizetype end = 0;
    for (const Token& token : metrics::tokens(expr)) {
        text += (token.start > end && !text.isEmpty() ? QStringLiteral(" ") : QString()) + token.text;
        end = token.end();
    }
    return text;
}

} // namespace warroom::panels
