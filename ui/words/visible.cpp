// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/visible.h"

#include "base/hidden.h"

#include <QChar>

#include <algorithm>
#include <iterator>

namespace warroom::words {

namespace {

// More of them on one letter are no writing system, and a pile of 50,000 takes a second to lay out.
constexpr int maxMarks = 8;

/// Nearly every text: printed characters of ASCII and line breaks, none of which is ever replaced.
bool isPlain(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return (c >= u' ' && c <= u'~') || c == u'\n' || c == u'\t'; });
}

/// Calls `take(from, length, replacement)` for each character of the text in order; no replacement: it stays.
template<typename Take> void walk(const QString& text, Take take)
{
    int marks = 0;
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        const int length = pair ? 2 : 1;
        marks = QChar::isMark(c) ? marks + 1 : 0;
        if (marks > maxMarks) {
            take(i, length, marks == maxMarks + 1 ? QStringLiteral("…") : QString(), true);
        } else {
            const QString replacement = QChar::isSurrogate(c) ? QString(QChar::ReplacementCharacter) : standIn(c);
            take(i, length, replacement, !replacement.isEmpty());
        }
        i += length;
    }
}

} // namespace

QString visible(const QString& text) { return visible(Sentence{text, {}}).text; }

Sentence visible(const Sentence& sentence)
{
    if (isPlain(sentence.text))
        return sentence;
    Sentence result;
    result.text.reserve(sentence.text.size());
    std::vector<qsizetype> moved(std::size_t(sentence.text.size()) + 1);
    walk(sentence.text, [&](qsizetype at, int length, const QString& replacement, bool replaced) {
        for (int k = 0; k < length; ++k)
            moved[std::size_t(at + k)] = result.text.size();
        if (replaced)
            result.text += replacement;
        else
            result.text += QStringView(sentence.text).mid(at, length);
    });
    moved.back() = result.text.size();
    const auto follow = [&](const Range& range) {
        const qsizetype start = moved[std::size_t(range.start)];
        return Range{int(start), int(moved[std::size_t(range.start) + std::size_t(range.length)] - start)};
    };
    std::ranges::transform(sentence.strong, std::back_inserter(result.strong), follow);
    std::ranges::transform(sentence.missing, std::back_inserter(result.missing), follow);
    return result;
}

QString firstLine(const QString& text)
{
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    return end < 0 ? text : text.left(end) + QStringLiteral(" …");
}

QString shortened(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const bool inPair = text[most - 1].isHighSurrogate();
    return text.left(inPair ? most - 1 : most) + QStringLiteral("…");
}

} // namespace warroom::words
