// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

/// Spaces and tabs only: what CommonMark leaves out at the ends of a line.
QString stripped(const QString& line)
{
    static const QRegularExpression outer(u"\\A[ \t]+|[ \t]+\\z"_s);
    return QString(line).remove(outer);
}

struct Opening {
    qsizetype indent = 0;
    QString marks;
    QString info;
};

std::optional<Opening> opening(const QString& line)
{
    static const QRegularExpression form(u"\\A( {0,3})(`{3,}|~{3,})(.*)\\z"_s);
    const auto match = form.match(line);
    if (!match.hasMatch() || (match.captured(2).startsWith(u'`') && match.captured(3).contains(u'`')))
        return {};
    return Opening{match.capturedLength(1), match.captured(2), stripped(match.captured(3))};
}

bool closes(const QString& line, const Opening& opening)
{
    static const QRegularExpression form(u"\\A {0,3}(`{3,}|~{3,})[ \t]*\\z"_s);
    const auto match = form.match(line);
    return match.hasMatch() && match.captured(1).startsWith(opening.marks);
}

QString outdented(const QString& line, qsizetype by)
{
    qsizetype spaces = 0;
    while (spaces < by && spaces < line.size() && line[spaces] == u' ')
        ++spaces;
    return line.sliced(spaces);
}

/// A point of a list; without a number it is a bullet.
struct Point {
    std::optional<int> number;
    QString text;
};

std::optional<Point> point(const QString& line)
{
    static const QRegularExpression form(u"\\A[ \t]*(?:[-*]|(0|[1-9][0-9]{0,8})\\.)[ \t]+([^ \t].*)\\z"_s);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return {};
    const bool numbered = match.hasCaptured(1);
    return Point{numbered ? std::optional(match.captured(1).toInt()) : std::nullopt, stripped(match.captured(2))};
}

/// Reads a section's lines from the first to the last.
class Reader
{
public:
    explicit Reader(const QString& text) : m_lines(text.split(u'\n')) { }

    QString read()
    {
        while (m_at < m_lines.size()) {
            if (stripped(line()).isEmpty())
                ++m_at;
            else if (const auto open = opening(line()))
                readFence(*open);
            else if (const auto first = point(line()))
                readList(*first);
            else
                readParagraph();
        }
        return m_blocks.join("\n\n"_L1);
    }

private:
    const QString& line() const { return m_lines[m_at]; }

    void add(const QString& block)
    {
        m_blocks += block;
        m_delimiter = {};
    }

    void readFence(const Opening& open)
    {
        QStringList code;
        for (++m_at; m_at < m_lines.size() && !closes(line(), open); ++m_at)
            code += outdented(line(), open.indent);
        ++m_at;
        add(fence(code, open.info));
    }

    /// The lines up to the next block. A number other than 1 starts no list here: it is more likely a wrapped line.
    QString readLines(const QString& first, const QString& indent, bool amongNumbers)
    {
        QString text = escaped(first);
        for (++m_at; m_at < m_lines.size() && !stripped(line()).isEmpty() && !opening(line()); ++m_at) {
            const auto next = point(line());
            if (next && (amongNumbers || next->number.value_or(1) == 1))
                break;
            text += u'\n' + indent + escaped(stripped(line()));
        }
        return text;
    }

    void readParagraph() { add(readLines(stripped(line()), {}, false)); }

    void readList(const Point& first)
    {
        // Another delimiter than the list before, since Markdown would take two lists of one kind for one.
        const QChar delimiter = first.number ? (m_delimiter == u'.' ? u')' : u'.') : u'-';
        QStringList points;
        int shown = first.number.value_or(0);
        bool repeating = false;
        for (std::optional<Point> next = first; next;) {
            const QString mark = next->number ? QString::number(shown) + delimiter + u' ' : u"- "_s;
            points += mark + readLines(next->text, QString(mark.size(), u' '), next->number.has_value());

            const qsizetype end = m_at;
            while (m_at < m_lines.size() && stripped(line()).isEmpty())
                ++m_at;
            next = m_at < m_lines.size() && !opening(line()) ? point(line()) : std::nullopt;
            if (next && next->number && first.number) {
                ++shown;
                const bool repeats = *next->number == *first.number && (repeating || points.size() == 1);
                if (!repeats && (repeating || *next->number != shown))
                    next.reset();
                repeating = repeats;
            } else if (next && next->number.has_value() != first.number.has_value()) {
                next.reset();
            }
            if (!next)
                m_at = end;
        }
        add(points.join(u'\n'));
        m_delimiter = delimiter;
    }

    QStringList m_lines;
    qsizetype m_at = 0;
    QStringList m_blocks;
    QChar m_delimiter; ///< Of the list that was the last block, else null.
};

} // namespace

QString blocks(const QString& text) { return Reader(text).read(); }

} // namespace warroom::report
