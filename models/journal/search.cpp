// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/search.h"

#include "journal/columns.h"
#include "journal/database.h"

#include <algorithm>
#include <functional>

namespace warroom::journal {

namespace {

constexpr int leastBeginning = 3;

/// Each typed word as a quoted FTS5 phrase, so that none of them is query syntax.
QString matchOf(const QString& words)
{
    QStringList typed = QString(words).remove(QChar::Null).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    typed.removeIf([](const QString& word) {
        return std::none_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
    });
    QStringList phrases;
    for (const QString& word : typed)
        phrases += QLatin1Char('"') + QString(word).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    if (!typed.isEmpty() && typed.last().size() >= leastBeginning)
        phrases.last() += QLatin1Char('*');
    return phrases.join(QLatin1Char(' '));
}

struct Token {
    qsizetype start = 0;
    qsizetype length = 0;
    QString folded; ///< As FTS5 compares it: small letters without accents.
};

std::vector<Token> tokensOf(const QString& text)
{
    std::vector<Token> tokens;
    for (qsizetype at = 0; at < text.size();) {
        const auto belongs = [&](qsizetype i) {
            return text[i].isLetterOrNumber() || text[i].isMark() || text[i].isSurrogate();
        };
        Token token{at, 0, {}};
        for (; at < text.size() && belongs(at); ++at)
            ++token.length;
        if (token.length == 0) {
            ++at;
            continue;
        }
        token.folded = text.mid(token.start, token.length).normalized(QString::NormalizationForm_D).toLower();
        token.folded.removeIf([](QChar c) { return c.isMark(); });
        tokens.push_back(std::move(token));
    }
    return tokens;
}

} // namespace

Result<std::vector<Hit>> search(Database& database, const QString& words)
{
    std::vector<Hit> hits;
    const QString match = matchOf(words);
    if (match.isEmpty())
        return hits;
    // The index goes from the entry that was written last, so nothing is read of the hits that are too many.
    const Result<void> read = database.each(
        QStringLiteral(
            "SELECT (SELECT json_extract(d.facts, '$.label') FROM entry AS d WHERE d.incident=entry.incident "
            "AND d.type='incident-declared' ORDER BY d.hlc LIMIT 1), %1 "
            "FROM entry_text CROSS JOIN entry ON entry.seq=entry_text.rowid WHERE entry_text MATCH ? "
            "AND entry.prose IS NOT NULL AND entry.type<>'person-introduced' ORDER BY entry_text.rowid DESC LIMIT ?")
            .arg(entryBytes()),
        {match, maxHits}, [&](const QSqlQuery& row) {
            hits.push_back({eventFrom(row, 1), row.value(0).toString()});
        });
    const auto place = [](const Hit& hit) { return std::pair(hit.event.envelope.occurredAt, hit.event.envelope.hlc); };
    std::ranges::sort(hits, std::greater<>(), place);
    return read ? Result<std::vector<Hit>>(std::move(hits)) : Result<std::vector<Hit>>(read.error());
}

std::vector<std::pair<int, int>> wordsFound(const QString& text, const QString& words)
{
    const std::vector<Token> said = tokensOf(text);
    const QStringList typed = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, int>> found;
    for (const QString& word : typed) {
        const std::vector<Token> wanted = tokensOf(word);
        const bool mayGoOn = word == typed.last() && word.size() >= leastBeginning;
        const auto same = [&](const Token& one, const Token& other) {
            return one.folded == other.folded
                || (mayGoOn && &other == &wanted.back() && one.folded.startsWith(other.folded));
        };
        for (auto at = said.begin(); !wanted.empty(); ++at) {
            at = std::search(at, said.end(), wanted.begin(), wanted.end(), same);
            if (at == said.end())
                break;
            const Token& last = at[std::ptrdiff_t(wanted.size()) - 1];
            found.emplace_back(int(at->start), int(last.start + last.length - at->start));
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace warroom::journal
