// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/names.h"

namespace warroom::capture {

namespace {

qsizetype afterSpaces(const QString& text, qsizetype at)
{
    while (at < text.size() && text.at(at).isSpace())
        ++at;
    return at;
}

/// How much of the text the name takes up; zero where the text does not begin with it.
qsizetype lengthOf(const QString& name, const QString& text)
{
    qsizetype at = 0;
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const qsizetype start = at == 0 ? 0 : afterSpaces(text, at);
        if (!QStringView(text).mid(start).startsWith(word, Qt::CaseInsensitive))
            return 0;
        at = start + word.size();
        if (at < text.size() && !text.at(at).isSpace())
            return 0;
    }
    return at;
}

} // namespace

std::optional<NameMatch> longestName(const QString& text, const std::vector<QStringList>& things)
{
    NameMatch best;
    for (std::size_t index = 0; index < things.size(); ++index) {
        for (const QString& name : things[index]) {
            if (const qsizetype length = lengthOf(name, text); length > best.length)
                best = {index, length};
        }
    }
    return best.length > 0 ? std::optional(best) : std::nullopt;
}

} // namespace warroom::capture
