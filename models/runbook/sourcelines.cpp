// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/sourcelines.h"

#include "runbook/fence.h"
#include "runbook/frontmatter.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// Nobody nests lists or quotes so deep; a parser would take for ever over more.
constexpr int mostMarks = 100;
constexpr qsizetype mostIndent = 400;

std::vector<QStringView> linesOf(const QString& text)
{
    std::vector<QStringView> lines;
    for (const QStringView line : QStringView(text).tokenize(u'\n'))
        lines.push_back(line);
    // What ends with a line feed has no further line.
    if (lines.size() > 1 && lines.back().isEmpty())
        lines.pop_back();
    return lines;
}

/// Spaces and marks of quotes as they are, what else stands there as spaces.
QString marginLike(QStringView text)
{
    QString margin = text.toString();
    for (QChar& c : margin)
        if (c != u'>' && c != u'\t')
            c = u' ';
    return margin;
}

qsizetype indentOf(QStringView line)
{
    return std::ranges::find_if(line, [](QChar c) { return c != u' ' && c != u'\t'; }) - line.begin();
}

/// Where the marks of quotes and lists go on too long; -1 where they do not.
qsizetype tooManyMarks(QStringView line)
{
    int marks = 0;
    qsizetype at = 0;
    while (at < line.size() && marks <= mostMarks) {
        const qsizetype begin = at;
        while (at < line.size() && line[at].isDigit())
            ++at;
        const QStringView known = at > begin ? QStringView(u".)") : QStringView(u">-*+ \t");
        if (at >= line.size() || !known.contains(line[at]))
            return -1;
        marks += line[at] != u' ' && line[at] != u'\t';
        if (marks > mostMarks)
            return begin;
        ++at;
    }
    return -1;
}

/// Where the code that begins with the backticks at `at` ends; `at` where it does not.
qsizetype behindCodeSpan(QStringView line, qsizetype at)
{
    const auto runAt = [&](qsizetype from) {
        qsizetype end = from;
        while (end < line.size() && line[end] == u'`')
            ++end;
        return end - from;
    };
    const qsizetype length = runAt(at);
    for (qsizetype i = line.indexOf(u'`', at + length); i >= 0; i = line.indexOf(u'`', i)) {
        const qsizetype run = runAt(i);
        if (run == length)
            return i + run;
        i += run;
    }
    return at;
}

/// A tag that says how its content looks, or folds it away, instead of what it is.
struct LayoutTag {
    QString name; ///< With a slash where it closes.
    QString anchor;
    qsizetype length = 0;
};

std::optional<LayoutTag> layoutTagAt(QStringView line, qsizetype at)
{
    static const QRegularExpression form(
        u"\\A<(/?(?:details|summary|br|p|div|span|center|sub|sup|kbd|small|strong|em|b|i|u|a|hr|font))"
        "(\\s[^<>]*)?\\s*/?>"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression anchor(u"\\b(?:name|id)\\s*=\\s*[\"']?([^\"'\\s>]+)"_s);
    constexpr qsizetype longest = 300;
    if (at + 1 >= line.size() || !(line[at + 1].isLetter() || line[at + 1] == u'/'))
        return std::nullopt;
    const auto match = form.match(line.sliced(at, std::min(longest, line.size() - at)).toString());
    if (!match.hasMatch())
        return std::nullopt;
    return LayoutTag{match.captured(1).toLower(), anchor.match(match.captured(2)).captured(1), match.capturedLength()};
}

/// Without the layout of HTML, and with the names that it gives to places.
QString withoutLayout(QStringView line, QStringList& anchors)
{
    QString text;
    qsizetype at = 0;
    while (at < line.size()) {
        if (line[at] == u'`') {
            qsizetype behind = behindCodeSpan(line, at);
            if (behind == at)
                while (behind < line.size() && line[behind] == u'`')
                    ++behind;
            text += line.sliced(at, behind - at);
            at = behind;
        } else if (const auto tag = line[at] == u'<' ? layoutTagAt(line, at) : std::nullopt) {
            if (!tag->anchor.isEmpty())
                anchors += tag->anchor;
            if (tag->name == "br"_L1)
                text += u' ';
            at += tag->length;
        } else {
            text += line[at++];
        }
    }
    return text;
}

std::optional<QString> remnantIn(QStringView line)
{
    for (const QLatin1StringView mark : {"<%"_L1, "{%"_L1, "{{<"_L1, "cookiecutter."_L1})
        if (line.contains(mark))
            return mark;
    for (const QLatin1StringView word : {"TODO"_L1, "FIXME"_L1, "TBD"_L1}) {
        const qsizetype at = line.indexOf(word);
        const qsizetype end = at + word.size();
        if (at >= 0 && (at == 0 || !line[at - 1].isLetterOrNumber())
            && (end == line.size() || !line[end].isLetterOrNumber()))
            return word;
    }
    if (line.contains("lorem ipsum"_L1, Qt::CaseInsensitive))
        return u"Lorem ipsum"_s;
    return std::nullopt;
}

} // namespace

SourceLines::SourceLines(const QString& text)
{
    const std::vector<QStringView> lines = linesOf(text);
    m_markdown.reserve(text.size() + text.size() / 8);
    m_frontMatter = readFrontMatter(lines);
    for (qsizetype i = qsizetype(lines.size()) - 1; i >= 0 && m_lastCommentEnd < 0; --i)
        if (lines[std::size_t(i)].contains("-->"_L1))
            m_lastCommentEnd = i;

    qsizetype line = frontMatterLines(lines);
    while (line < qsizetype(lines.size())) {
        const QStringView view = lines[std::size_t(line)];
        const bool mayOpen = !m_inComment && (view.contains("```"_L1) || view.contains("~~~"_L1));
        const qsizetype behind = mayOpen ? addCode(lines, line) : line;
        if (behind == line)
            addText(line, view);
        line = std::max(behind, line + 1);
    }
}

int SourceLines::lineAt(qsizetype offset) const
{
    const auto next = std::ranges::upper_bound(m_starts, offset);
    return next == m_starts.begin() ? 1 : m_numbers[std::size_t(next - m_starts.begin() - 1)];
}

void SourceLines::add(qsizetype line, QStringView text)
{
    m_starts.push_back(m_markdown.size());
    m_numbers.push_back(int(line) + 1);
    m_markdown += text.toUtf8();
    m_markdown += '\n';
    m_blank = 0;
}

/// The line behind the code that begins here; the same where none does.
qsizetype SourceLines::addCode(const std::vector<QStringView>& lines, qsizetype first)
{
    const std::optional<Fence> fence = fenceAt(lines, first);
    if (!fence)
        return first;
    const auto lineOf = [&](qsizetype i) { return lines[std::size_t(i)]; };
    const FenceMark& mark = fence->mark;
    const QString run(std::max(mark.length, fence->longestInside + 1), mark.character);
    const QString margin = marginLike(lineOf(first).first(mark.column));
    const bool quoted = margin.contains(u'>');

    add(first, lineOf(first).first(mark.column).toString() + run + mark.info);
    const qsizetype end = fence->closed ? fence->last : fence->last + 1;
    for (qsizetype i = first + 1; i < end; ++i) {
        const QStringView line = lineOf(i);
        if (const auto remnant = remnantIn(line))
            m_warnings.push_back({int(i) + 1, Warning::Code::TemplateRemnant, *remnant});
        // Code that is indented less than its fence would end the list item for CommonMark.
        if (!quoted && indentOf(line) < margin.size() && !line.trimmed().isEmpty())
            add(i, margin + line.trimmed().toString());
        else
            add(i, line);
    }
    if (!fence->closed)
        m_warnings.push_back({int(first) + 1, Warning::Code::UnclosedFence, {}});
    add(fence->last, margin + run);
    return fence->last + 1;
}

void SourceLines::addText(qsizetype line, QStringView view)
{
    QString text = withoutComments(view, line);
    if (text.contains(u'<'))
        text = withoutLayout(text, m_anchors);
    if (const auto remnant = remnantIn(text))
        m_warnings.push_back({int(line) + 1, Warning::Code::TemplateRemnant, *remnant});

    const qsizetype marks = tooManyMarks(text);
    const qsizetype indent = indentOf(text);
    if ((marks >= 0 || indent > mostIndent) && !std::exchange(m_tooDeep, true))
        m_warnings.push_back({int(line) + 1, Warning::Code::TooDeep, {}});
    if (marks >= 0)
        text.insert(marks, u'\\');
    if (indent > mostIndent)
        text.remove(0, indent - mostIndent);

    // Two blank lines say as much as a thousand, and every one of them costs a parser a walk through all open lists.
    const int blank = text.trimmed().isEmpty() ? m_blank + 1 : 0;
    if (blank <= 2)
        add(line, text);
    m_blank = blank;
}

QString SourceLines::withoutComments(QStringView view, qsizetype line)
{
    QString text;
    qsizetype at = 0;
    while (at < view.size()) {
        if (m_inComment) {
            const qsizetype end = view.indexOf("-->"_L1, at);
            if (end < 0)
                return text;
            m_inComment = false;
            at = end + 3;
            continue;
        }
        const qsizetype begin = view.indexOf("<!--"_L1, at);
        const bool inCode = begin >= 0 && view.first(begin).count(u'`') % 2 == 1;
        const bool ends = begin >= 0 && (line < m_lastCommentEnd || view.indexOf("-->"_L1, begin) >= 0);
        if (begin < 0 || inCode || !ends)
            return text.append(view.sliced(at));
        text += view.sliced(at, begin - at);
        at = begin + 4;
        m_inComment = true;
    }
    return text;
}

} // namespace warroom::runbook
