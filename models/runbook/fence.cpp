// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/fence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

bool isMarginAt(QStringView line, qsizetype at)
{
    return at < line.size() && (line[at] == u' ' || line[at] == u'\t' || line[at] == u'>');
}

/// Behind "-", "*", "+", "1." or "1)" at this place; the place itself where there is none of them.
qsizetype behindListMark(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && end - at < 9 && line[end] >= u'0' && line[end] <= u'9')
        ++end;
    const QStringView marks = end > at ? QStringView(u".)") : QStringView(u"-*+");
    if (end + 1 >= line.size() || !marks.contains(line[end]) || line[end + 1] != u' ')
        return at;
    return end + 2;
}

qsizetype marginOf(QStringView line)
{
    qsizetype at = 0;
    while (isMarginAt(line, at))
        ++at;
    return at;
}

bool closes(const FenceMark& mark, const FenceMark& opener, QStringView line)
{
    return mark.info.isEmpty() && mark.character == opener.character && mark.length >= opener.length
        && mark.column == marginOf(line);
}

bool isMarkdown(const QString& info)
{
    const QString language = info.section(u' ', 0, 0).toLower();
    return language == "markdown"_L1 || language == "md"_L1 || language == "mdx"_L1;
}

/// Goes from line to line behind the one that opens.
class Search
{
public:
    Search(const std::vector<QStringView>& lines, Fence fence) : m_lines(lines), m_fence(std::move(fence)) { }

    Fence run()
    {
        const qsizetype count = qsizetype(m_lines.size());
        for (qsizetype i = m_fence.first + 1; i < count; ++i) {
            if (m_heading < 0 && isHeadingAmidCode(line(i - 1), line(i)))
                m_heading = i;
            const std::optional<FenceMark> mark = fenceMark(line(i));
            if (mark && ends(*mark, i))
                return m_fence;
        }
        leaveOpen(count);
        return m_fence;
    }

private:
    static constexpr int deepest = 8;

    QStringView line(qsizetype i) const { return m_lines[std::size_t(i)]; }

    bool ends(const FenceMark& mark, qsizetype i)
    {
        if (closes(mark, m_fence.mark, line(i))) {
            m_fence.longestInside = m_inside > 0 ? std::max(m_fence.longestInside, mark.length) : m_fence.longestInside;
            if (m_inside > 0 && m_inside-- > 0)
                return false;
            m_fence.last = i;
            m_fence.closed = true;
            return true;
        }
        if (mark.info.isEmpty() || mark.length < m_fence.mark.length || mark.character != m_fence.mark.character)
            return false;
        if (isMarkdown(m_fence.mark.info) && m_inside < deepest) {
            ++m_inside;
            m_fence.longestInside = std::max(m_fence.longestInside, mark.length);
            return false;
        }
        // A sample without a language may show a fence; one behind a heading was not meant to be in it.
        if (m_fence.mark.info.isEmpty() && m_heading < 0)
            return false;
        leaveOpen(i);
        return true;
    }

    void leaveOpen(qsizetype end)
    {
        m_fence.closed = false;
        m_fence.last = std::max(m_fence.first, (m_heading < 0 ? end : m_heading) - 1);
        m_fence.longestInside = 0;
        // What is indented less is behind the list item, and so behind the fence in it.
        const qsizetype margin = marginOf(line(m_fence.first));
        for (qsizetype i = m_fence.first + 1; margin > 1 && i <= m_fence.last; ++i)
            if (!line(i).trimmed().isEmpty() && marginOf(line(i)) < margin)
                m_fence.last = i - 1;
    }

    const std::vector<QStringView>& m_lines;
    Fence m_fence;
    qsizetype m_heading = -1;
    int m_inside = 0;
};

} // namespace

std::optional<FenceMark> fenceMark(QStringView line)
{
    qsizetype at = marginOf(line);
    for (qsizetype behind = behindListMark(line, at); behind != at; behind = behindListMark(line, at)) {
        at = behind;
        while (isMarginAt(line, at))
            ++at;
    }
    if (at >= line.size() || (line[at] != u'`' && line[at] != u'~'))
        return std::nullopt;
    FenceMark mark{line[at], at, 0, {}};
    while (at < line.size() && line[at] == mark.character)
        ++at;
    mark.length = at - mark.column;
    const QStringView info = line.sliced(at).trimmed();
    if (mark.length < 3 || (mark.character == u'`' && info.contains(u'`')))
        return std::nullopt;
    mark.info = info.toString();
    return mark;
}

bool isHeadingAmidCode(QStringView before, QStringView line)
{
    const qsizetype hashes = std::ranges::find_if(line, [](QChar c) { return c != u'#'; }) - line.begin();
    return before.trimmed().isEmpty() && hashes >= 2 && hashes <= 6 && hashes + 1 < line.size() && line[hashes] == u' ';
}

std::optional<Fence> fenceAt(const std::vector<QStringView>& lines, qsizetype first)
{
    std::optional<FenceMark> mark = fenceMark(lines[std::size_t(first)]);
    if (!mark)
        return std::nullopt;
    return Search(lines, Fence{std::move(*mark), first, first, false}).run();
}

} // namespace warroom::runbook
