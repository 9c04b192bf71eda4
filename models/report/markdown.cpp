// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown.h"

#include "base/hidden.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

QString withoutControls(const QString& code)
{
    QString result;
    for (const uint c : code.toUcs4()) {
        if (isControl(c))
            result += standIn(c);
        else
            result += QChar::fromUcs4(c);
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
        body += withoutControls(line) + u'\n';
    }
    const QString marks(std::max<qsizetype>(3, longest + 1), u'`');
    return marks + (word.match(info).hasMatch() ? info : QString()) + u'\n' + body + marks;
}

} // namespace warroom::report
