// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/related.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

constexpr qsizetype shortest = 4;
constexpr qsizetype fewTitles = 6;

/// What every incident is.
constexpr std::array emptyWords{u"alert", u"check", u"down", u"error", u"fail", u"failure", u"high", u"incident",
    u"issu", u"problem", u"runbook", u"servic"};

bool isEmpty(const QString& stem)
{
    return std::ranges::any_of(emptyWords, [&](const char16_t* each) { return stem == QStringView(each); });
}

/// "connect" of "Connections": endings of English words, cut off.
QString stem(const QString& word)
{
    static const QRegularExpression ending(u"(?:ions?|ing|ed|es|s|e)\\z"_s);
    QString stem = word.toCaseFolded();
    if (stem.size() > shortest)
        stem.remove(ending);
    return stem;
}

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    QStringList words = text.split(between, Qt::SkipEmptyParts);
    words.removeIf([](const QString& word) { return word.size() < shortest; });
    return words;
}

QSet<QString> stemsOf(const QString& text)
{
    QSet<QString> stems;
    for (const QString& word : wordsOf(text))
        stems += stem(word);
    return stems;
}

} // namespace

std::vector<Related> relatedTo(const QString& said, const QStringList& titles)
{
    QHash<QString, qsizetype> titlesWith;
    for (const QString& title : titles) {
        const QSet<QString> stems = stemsOf(title);
        for (const QString& each : stems)
            ++titlesWith[each];
    }
    const auto tells = [&](const QString& each) {
        return !isEmpty(each) && (titles.size() < fewTitles || titlesWith[each] * 3 <= titles.size());
    };
    const QSet<QString> heard = stemsOf(said);
    std::vector<Related> all;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        Related related{std::size_t(i), {}};
        for (const QString& word : wordsOf(titles[i])) {
            if (heard.contains(stem(word)) && tells(stem(word)) && !related.words.contains(word, Qt::CaseInsensitive))
                related.words << word;
        }
        if (!related.words.isEmpty())
            all.push_back(std::move(related));
    }
    std::ranges::stable_sort(all, std::ranges::greater(), [](const Related& related) { return related.words.size(); });
    return all;
}

} // namespace warroom::runbook
