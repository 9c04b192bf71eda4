// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

bool isControl(char32_t c) { return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7f && c < 0xa0); }

bool hides(char32_t c)
{
    // Zero-width joiner and non-joiner stay: emoji and several scripts are misspelt without them.
    return c == 0x00ad || c == 0x061c || c == 0x180e || c == 0x200b || c == 0x200e || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb)
        || (c >= 0xe0000 && c <= 0xe007f);
}

QString shown(char32_t c)
{
    if (c < 0x20)
        return QString(QChar(static_cast<char16_t>(0x2400 + c)));
    if (c == 0x7f)
        return QString(QChar(0x2421));
    return u"\\u{%1}"_s.arg(QString::number(static_cast<uint>(c), 16).toUpper());
}

template<typename Replaced> QString withShown(const QString& text, Replaced replaced)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t point = pair ? QChar::surrogateToUcs4(c, text[i + 1]) : char32_t(c.unicode());
        if (!pair && c.isSurrogate()) {
            result += QChar::ReplacementCharacter;
        } else if (replaced(point)) {
            result += shown(point);
        } else {
            result += c;
            if (pair)
                result += text[i + 1];
        }
        i += pair ? 1 : 0;
    }
    return result;
}

bool isAsciiPunctuation(char16_t c)
{
    return (c >= u'!' && c <= u'/') || (c >= u':' && c <= u'@') || (c >= u'[' && c <= u'`') || (c >= u'{' && c <= u'~');
}

bool isBlank(QChar c) { return c == u' ' || c == u'\t'; }
bool isAsciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isAsciiWord(QChar c) { return isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// Whether the character at `i` cannot become markup where it stands, so that people who read the bare Markdown see
/// "v2.1.3, on-call (50%)" as it was typed. Whatever is in doubt is escaped.
bool isQuiet(const QString& line, qsizetype i)
{
    const QChar before = i > 0 ? line[i - 1] : QChar(u' ');
    const QChar after = i + 1 < line.size() ? line[i + 1] : QChar(u' ');
    const bool within = isAsciiWord(before) && isAsciiWord(after);
    // Digits alone before it would make it the mark of a list.
    const bool begun = std::any_of(line.cbegin(), line.cbegin() + i, [](QChar c) { return c.isLetter(); });
    switch (line[i].unicode()) {
    case u',':
    case u';':
    case u'\'':
    case u'"':
    case u'%':
    case u'?':
    case u'(':
        return true;
    case u')':
        return begun;
    case u'-':
    case u'/':
    case u'_':
        return within;
    case u'.':
        return (begun && isAsciiWord(before) && after == u' ') || (isAsciiDigit(before) && isAsciiDigit(after));
    case u':':
        return isAsciiWord(before) && after == u' ';
    default:
        return false;
    }
}

} // namespace

QString visible(const QString& text)
{
    return withShown(text, [](char32_t c) { return isControl(c) || hides(c); });
}

QString escaped(const QString& text)
{
    QString line = visible(text);
    line.replace(u'\n', u' ');
    const auto begin = std::find_if_not(line.cbegin(), line.cend(), isBlank) - line.cbegin();
    const auto end = std::find_if_not(line.crbegin(), line.crend(), isBlank).base() - line.cbegin();

    QString result;
    result.reserve(line.size() + line.size() / 4);
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\t')
            result += "&#9;"_L1;
        else if (c == u' ' && (i < begin || i >= end))
            result += "&#32;"_L1;
        else if (isAsciiPunctuation(c.unicode()) && !isQuiet(line, i))
            (result += u'\\') += c;
        else
            result += c;
    }
    return result;
}

QString cell(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line = escaped(line);
    return lines.join("<br>"_L1);
}

QString tableRow(const QStringList& cells) { return u"| "_s + cells.join(" | "_L1) + u" |"_s; }

QString fence(const QStringList& lines, const QString& info)
{
    static const QRegularExpression word(u"\\A[A-Za-z0-9][A-Za-z0-9+#._-]{0,39}\\z"_s);
    QString body;
    qsizetype longest = 0;
    for (const QString& line : lines) {
        qsizetype run = 0;
        for (const QChar c : line) {
            run = c == u'`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        body += withShown(line, isControl) + u'\n';
    }
    const QString marks(std::max<qsizetype>(3, longest + 1), u'`');
    return marks + (word.match(info).hasMatch() ? info : QString()) + u'\n' + body + marks;
}

} // namespace warroom::report
