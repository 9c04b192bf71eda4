// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/quoting.h"

#include "incident/prose.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace warroom::incident {

namespace {

constexpr qsizetype shortest = 4;
constexpr int few = 8; ///< What more entries hold is a word of the language or of the trade.

QSet<QString> wordsOf(const Body& body)
{
    static const QRegularExpression apart(QStringLiteral("[\\s,;:!?()\\[\\]{}\"'<>]+"));
    const QString* text = prose(body);
    QSet<QString> words;
    const QStringList all = text ? text->toCaseFolded().split(apart, Qt::SkipEmptyParts) : QStringList();
    for (const QString& word : all) {
        if (word.size() >= shortest)
            words.insert(word);
    }
    return words;
}

} // namespace

std::vector<EntryId> quoting(const IncidentState& state, const std::vector<EntryId>& entries)
{
    const auto named = [&](const EntryPtr& entry) { return std::ranges::find(entries, entry->id) != entries.end(); };
    QHash<QString, int> holders;
    QSet<QString> telling;
    for (const EntryPtr& entry : state.entries) {
        const QSet<QString> words = wordsOf(entry->body);
        for (const QString& word : words)
            ++holders[word];
        if (named(entry))
            telling.unite(words);
    }
    std::vector<EntryId> found;
    for (const EntryPtr& entry : state.entries) {
        const QSet<QString> words = named(entry) ? QSet<QString>() : wordsOf(entry->body);
        if (std::ranges::any_of(words, [&](const QString& w) { return telling.contains(w) && holders[w] <= few; }))
            found.push_back(entry->id);
    }
    return found;
}

} // namespace warroom::incident
