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

const QRegularExpression& oneWord()
{
    static const QRegularExpression word(QStringLiteral("[^\\s,;:!?()\\[\\]{}\"'<>]+"));
    return word;
}

QSet<QString> wordsOf(const QString& text)
{
    QSet<QString> words;
    const QString folded = text.toCaseFolded();
    for (auto found = oneWord().globalMatch(folded); found.hasNext();) {
        const QString word = found.next().captured();
        if (word.size() >= shortest)
            words.insert(word);
    }
    return words;
}

QSet<QString> wordsOf(const Body& body)
{
    const QString* text = prose(body);
    return text ? wordsOf(*text) : QSet<QString>();
}

bool names(const std::vector<EntryId>& entries, EntryId entry)
{
    return std::ranges::find(entries, entry) != entries.end();
}

QHash<QString, int> holdersOf(const IncidentState& state)
{
    QHash<QString, int> holders;
    for (const EntryPtr& entry : state.entries) {
        const QSet<QString> words = wordsOf(entry->body);
        for (const QString& word : words)
            ++holders[word];
    }
    return holders;
}

} // namespace

std::vector<EntryId> quoting(const IncidentState& state, const std::vector<EntryId>& entries)
{
    const QSet<QString> telling = tellingWords(state, entries);
    std::vector<EntryId> found;
    for (const EntryPtr& entry : state.entries) {
        if (!names(entries, entry->id) && wordsOf(entry->body).intersects(telling))
            found.push_back(entry->id);
    }
    return found;
}

QSet<QString> tellingWords(const IncidentState& state, const std::vector<EntryId>& entries)
{
    QSet<QString> words;
    for (const EntryId& named : entries) {
        if (const Entry* entry = state.entry(named))
            words.unite(wordsOf(entry->body));
    }
    for (const Person& person : state.people) {
        if (names(entries, person.entry))
            words.unite(wordsOf(person.name)).unite(wordsOf(person.handle));
    }
    const QHash<QString, int> holders = holdersOf(state);
    words.removeIf([&](const QString& word) { return holders.value(word) > few; });
    return words;
}

QSet<QString> wordsErased(const IncidentState& before, const IncidentState& now)
{
    std::vector<EntryId> erased;
    for (const EntryPtr& entry : now.entries) {
        const Entry* earlier = entry->redacted ? before.entry(entry->id) : nullptr;
        if (earlier && !earlier->redacted)
            erased.push_back(entry->id);
    }
    for (const Person& person : now.people) {
        const Person* earlier = before.person(person.id);
        if (earlier && person.shown().isEmpty() && !earlier->shown().isEmpty())
            erased.push_back(person.entry);
    }
    return erased.empty() ? QSet<QString>() : tellingWords(before, erased);
}

QString without(const QSet<QString>& words, const QString& text)
{
    QString left = text;
    std::vector<QRegularExpressionMatch> found;
    for (auto all = oneWord().globalMatch(text); all.hasNext();)
        found.push_back(all.next());
    for (auto word = found.crbegin(); word != found.crend(); ++word) {
        const QString folded = word->captured().toCaseFolded();
        if (std::ranges::any_of(words, [&](const QString& each) { return folded.contains(each); }))
            left.replace(word->capturedStart(), word->capturedLength(), QChar(0x2026));
    }
    return left;
}

} // namespace warroom::incident
