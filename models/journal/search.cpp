// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/search.h"

#include "journal/columns.h"
#include "journal/database.h"

#include <algorithm>

namespace warroom::journal {

namespace {

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
    if (!typed.isEmpty() && typed.last().size() >= 3)
        phrases.last() += QLatin1Char('*');
    return phrases.join(QLatin1Char(' '));
}

} // namespace

Result<std::vector<Hit>> search(Database& database, const QString& words)
{
    std::vector<Hit> hits;
    const QString match = matchOf(words);
    if (match.isEmpty())
        return hits;
    const Result<void> read = database.each(
        QStringLiteral(
            "SELECT (SELECT json_extract(d.facts, '$.label') FROM entry AS d WHERE d.incident=entry.incident "
            "AND d.type='incident-declared' ORDER BY d.hlc LIMIT 1), %1 FROM entry WHERE seq IN ("
            "SELECT e.seq FROM entry_text JOIN entry AS e ON e.seq=entry_text.rowid WHERE entry_text MATCH ? "
            "AND e.prose IS NOT NULL AND e.type<>'person-introduced' "
            "ORDER BY e.occurred_at DESC, e.hlc DESC LIMIT %2) "
            "ORDER BY entry.occurred_at DESC, entry.hlc DESC")
            .arg(entryColumns())
            .arg(maxHits),
        {match}, [&](const QSqlQuery& row) {
            hits.push_back({eventFrom(row, 1), row.value(0).toString()});
        });
    return read ? Result<std::vector<Hit>>(std::move(hits)) : Result<std::vector<Hit>>(read.error());
}

} // namespace warroom::journal
