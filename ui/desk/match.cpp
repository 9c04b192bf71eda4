// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/match.h"

#include <algorithm>

namespace warroom::desk {

namespace {

constexpr int behindName = 1; ///< What a text costs more than the name.
constexpr int scattered = 20;

bool beginsWord(const QString& word, const QString& text)
{
    for (auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

/// The letters of the word begin words of the name or follow the one before.
bool isScatteredIn(const QString& word, const QString& name)
{
    qsizetype next = 0;
    for (qsizetype at = 0; at < name.size() && next < word.size(); ++at) {
        const bool begins = at == 0 || !name[at - 1].isLetterOrNumber();
        const bool follows = next > 0 && at > 0 && name[at - 1].toCaseFolded() == word[next - 1].toCaseFolded();
        if ((begins || follows) && name[at].toCaseFolded() == word[next].toCaseFolded())
            ++next;
    }
    return next == word.size();
}

std::optional<int> misfitOf(const QString& word, const QStringList& texts)
{
    std::optional<int> best;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString& text = texts[i];
        const int cost = i == 0 ? 0 : behindName;
        std::optional<int> found;
        if (text.startsWith(word, Qt::CaseInsensitive))
            found = cost;
        else if (beginsWord(word, text))
            found = 3 + cost;
        else if (i == 0 && text.contains(word, Qt::CaseInsensitive))
            found = 6;
        else if (i == 0 && isScatteredIn(word, text))
            found = scattered;
        if (found && (!best || *found < *best))
            best = found;
    }
    return best;
}

} // namespace

std::optional<int> misfit(const QString& typed, const QStringList& texts)
{
    int sum = 0;
    for (const QString& word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const std::optional<int> own = misfitOf(word, texts);
        if (!own)
            return std::nullopt;
        sum += *own;
    }
    return sum;
}

} // namespace warroom::desk
