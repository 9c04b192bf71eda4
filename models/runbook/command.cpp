// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/command.h"

#include "runbook/danger.h"
#include "runbook/placeholder.h"

#include "base/hidden.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

bool isShell(const QString& language)
{
    static const QSet<QString> shells{u""_s, u"bash"_s, u"sh"_s, u"shell"_s, u"zsh"_s, u"fish"_s, u"console"_s,
        u"terminal"_s, u"shell-session"_s, u"shellsession"_s, u"bash-session"_s, u"cmd"_s, u"powershell"_s};
    return shells.contains(language);
}

QString commentMark(const QString& language)
{
    static const QSet<QString> percent{u"erlang"_s, u"erl"_s, u"prolog"_s, u"matlab"_s, u"latex"_s};
    static const QSet<QString> hyphens{u"sql"_s, u"mysql"_s, u"postgresql"_s, u"psql"_s, u"plsql"_s, u"lua"_s};
    static const QSet<QString> slashes{u"js"_s, u"javascript"_s, u"typescript"_s, u"ts"_s, u"go"_s, u"java"_s, u"c"_s,
        u"cpp"_s, u"rust"_s, u"groovy"_s, u"kotlin"_s, u"swift"_s};
    if (percent.contains(language))
        return u"%"_s;
    if (hyphens.contains(language))
        return u"--"_s;
    return slashes.contains(language) ? u"//"_s : u"#"_s;
}

/// What a comment says; nothing where the line is none.
std::optional<QString> commentIn(QStringView line, const QString& mark)
{
    // Some shells prompt with a percent sign; a comment of Erlang begins a sentence.
    const bool foreign = mark == "#"_L1 && line.startsWith("% "_L1) && line.size() > 2 && line[2].isUpper();
    if (!line.startsWith(mark) && !foreign)
        return std::nullopt;
    qsizetype at = 0;
    while (at < line.size() && line[at] == mark[0])
        ++at;
    return line.sliced(foreign ? 1 : std::max(at, mark.size())).trimmed().toString();
}

/// Behind the prompt of a shell; -1 where there is none. A number sign alone is a comment.
qsizetype behindPrompt(QStringView line)
{
    static const QRegularExpression form(u"\\A\\s*(?:[\\w.-]+@[\\w.-]+(?::[^\\s$#>]*)?\\s?[$#]|\\[[^\\]\\s]+@[^\\]]+\\]"
                                         u"\\s?[$#]|\\([\\w.-]+\\)\\s*\\$|\\$|❯|➜"
                                         "|PS [A-Z]:[^>]*>)\\s+"_s);
    const QStringView start = line.first(std::min<qsizetype>(line.size(), 200));
    if (!start.contains(u'$') && !start.contains(u'#') && !start.contains(u'❯') && !start.contains(u'➜')
        && !start.contains(u'>'))
        return -1;
    const auto match = form.match(start.toString());
    return match.hasMatch() && match.capturedEnd() < line.size() ? match.capturedEnd() : -1;
}

/// "=> ok", "%=> ok" without what marks it; nothing where the comment is no output.
std::optional<QString> shownOutput(const QString& comment)
{
    for (const QLatin1StringView mark : {"=>"_L1, "-> "_L1, "Output:"_L1})
        if (comment.startsWith(mark))
            return comment.mid(mark.size()).trimmed();
    return std::nullopt;
}

/// How many brackets a text opens and does not close.
int openBrackets(QStringView text)
{
    int open = 0;
    for (const QChar c : text)
        open += u"([{"_s.contains(c) ? 1 : u")]}"_s.contains(c) ? -1 : 0;
    return open;
}

/// The word that ends a here document which begins in this line.
QString hereDocument(QStringView line)
{
    static const QRegularExpression form(u"(?<!<)<<-?\\s*([\"']?)([A-Za-z_]\\w*)\\1(?![\"'>\\w])"_s);
    return line.contains("<<"_L1) ? form.match(line.toString()).captured(2) : QString();
}

struct NumberedComment {
    int number;
    QString text;
};

std::optional<NumberedComment> numberedComment(QStringView line, const QString& mark)
{
    static const QRegularExpression form(
        u"\\A(?:step\\s+)?(\\d{1,3})[.):]\\s+(\\S.*)\\z"_s, QRegularExpression::CaseInsensitiveOption);
    const std::optional<QString> comment = commentIn(line, mark);
    if (!comment || comment->size() > 500)
        return std::nullopt;
    const auto match = form.match(*comment);
    return match.hasMatch() ? std::optional(NumberedComment{match.captured(1).toInt(), match.captured(2).trimmed()})
                            : std::nullopt;
}

std::vector<QStringView> linesOf(const QString& code)
{
    std::vector<QStringView> lines;
    for (const QStringView line : QStringView(code).tokenize(u'\n'))
        lines.push_back(line);
    if (!lines.empty() && lines.back().isEmpty())
        lines.pop_back();
    return lines;
}

/// Goes through the lines of a fence and cuts it into commands.
class Cutter
{
public:
    explicit Cutter(const Block& code)
        : m_code(code), m_lines(linesOf(code.code)), m_mark(commentMark(code.language)), m_prompts(isTyped())
    {
    }

    std::vector<Command> run()
    {
        for (m_at = 0; m_at < m_lines.size(); ++m_at)
            take(m_lines[m_at]);
        finish();
        return std::move(m_commands);
    }

private:
    /// Whether prompts say what was typed: then the first line that is no comment has one.
    bool isTyped() const
    {
        const auto first = std::ranges::find_if(
            m_lines, [&](QStringView line) { return !line.trimmed().isEmpty() && !commentIn(line, m_mark); });
        return first != m_lines.end() && isShell(m_code.language) && behindPrompt(*first) >= 0;
    }

    void take(QStringView line)
    {
        if (goesOn(line))
            return;
        const QStringView trimmed = line.trimmed();
        const qsizetype typed = isShell(m_code.language) ? behindPrompt(line) : -1;
        if (trimmed.isEmpty())
            leaveBlank();
        else if (typed >= 0)
            type(line.sliced(typed));
        else if (const auto comment = isIndentedBody(line) ? std::nullopt : commentIn(trimmed, m_mark))
            say(*comment, trimmed);
        else if (m_prompts)
            expect(line.toString());
        else if (openBrackets(m_now.expected) > 0)
            expect(line.toString());
        else
            write(line);
    }

    /// Lines of a here document, and behind a backslash.
    bool goesOn(QStringView line)
    {
        if (!m_hereEnd.isEmpty()) {
            append(line);
            if (line.trimmed() == m_hereEnd)
                m_hereEnd.clear();
            return true;
        }
        if (!m_now.text.endsWith(u'\\'))
            return false;
        const bool marked = m_prompts && line.trimmed().startsWith("> "_L1);
        append(marked ? line.sliced(line.indexOf(u'>') + 2) : line);
        return true;
    }

    bool isIndentedBody(QStringView line) const
    {
        return !m_now.text.isEmpty() && m_now.expected.isEmpty() && line.front().isSpace();
    }

    void leaveBlank()
    {
        const bool body = m_at + 1 < m_lines.size() && !m_lines[m_at + 1].trimmed().isEmpty() && !m_prompts
            && isIndentedBody(m_lines[m_at + 1]) && !commentIn(m_lines[m_at + 1].trimmed(), m_mark);
        if (body)
            m_now.text += u'\n';
        else if (!m_prompts)
            finish();
    }

    void type(QStringView line)
    {
        if (m_prompts || !m_now.expected.isEmpty())
            finish();
        write(line);
    }

    void write(QStringView line)
    {
        if (!m_now.expected.isEmpty())
            finish();
        if (m_now.text.isEmpty())
            m_now.line = m_code.codeLine() + int(m_at);
        append(line);
    }

    void append(QStringView line)
    {
        if (!m_now.text.isEmpty())
            m_now.text += u'\n';
        m_now.text += line;
        if (!m_hereEnd.isEmpty() || !isShell(m_code.language))
            return;
        // A word that never comes ends nothing.
        const QString end = hereDocument(line);
        const auto rest = m_lines.begin() + std::ptrdiff_t(m_at) + 1;
        if (!end.isEmpty() && m_searches++ < mostSearches
            && std::any_of(rest, m_lines.end(), [&](QStringView each) { return each.trimmed() == end; }))
            m_hereEnd = end;
    }

    void say(const QString& comment, QStringView line)
    {
        const std::optional<QString> output = shownOutput(comment);
        if (output || openBrackets(m_now.expected) > 0 || isOutput(line)) {
            expect(output.value_or(comment));
            return;
        }
        if (!m_now.text.isEmpty())
            finish();
        m_now.about += (m_now.about.isEmpty() ? QString() : u"\n"_s) + comment;
    }

    void expect(const QString& line)
    {
        if (!m_now.text.isEmpty())
            m_now.expected += (m_now.expected.isEmpty() ? QString() : u"\n"_s) + line;
    }

    /// Comments right below a command up to a blank line are what it answers; with a command below, they are about
    /// that.
    bool isOutput(QStringView line)
    {
        if (m_now.text.isEmpty() || numberedComment(line, m_mark))
            return false;
        if (m_at < m_commentsEnd)
            return m_commentsAreOutput;
        m_commentsEnd = m_at;
        while (m_commentsEnd < m_lines.size() && commentIn(m_lines[m_commentsEnd].trimmed(), m_mark)
            && !numberedComment(m_lines[m_commentsEnd].trimmed(), m_mark))
            ++m_commentsEnd;
        m_commentsAreOutput = m_commentsEnd == m_lines.size() || m_lines[m_commentsEnd].trimmed().isEmpty();
        return m_commentsAreOutput;
    }

    /// "Error: timeout": what a fence without a language says rather than what is to be typed.
    bool isProse() const
    {
        static const QRegularExpression form(u"\\A(?:[A-Z][A-Za-z ]{1,30}: \\S.*(?:\\n|\\z))+\\z"_s);
        return m_code.language.isEmpty() && m_now.text.size() < 2000 && form.match(m_now.text).hasMatch();
    }

    void finish()
    {
        if (!m_now.text.trimmed().isEmpty() && !isProse()) {
            m_now.language = m_code.language;
            m_now.placeholders = placeholdersIn(m_now.text);
            m_now.dangerous = isDangerous(m_now.text);
            m_commands.push_back(m_now);
        }
        m_now = {};
    }

    static constexpr int mostSearches = 100;

    const Block& m_code;
    std::vector<QStringView> m_lines;
    QString m_mark;
    bool m_prompts;
    std::size_t m_at = 0;
    std::size_t m_commentsEnd = 0;
    bool m_commentsAreOutput = false;
    int m_searches = 0;
    QString m_hereEnd;
    Command m_now;
    std::vector<Command> m_commands;
};

Block codePiece(const Block& code, const std::vector<QStringView>& lines, std::size_t from, std::size_t to)
{
    Block piece = code;
    piece.fenced = false;
    piece.line = code.codeLine() + int(from);
    piece.code.clear();
    for (std::size_t i = from; i < to; ++i)
        piece.code += lines[i].toString() + u'\n';
    return piece;
}

} // namespace

bool holdsCommands(const Block& code)
{
    static const QSet<QString> data{u"json"_s, u"jsonc"_s, u"yaml"_s, u"yml"_s, u"toml"_s, u"xml"_s, u"html"_s,
        u"css"_s, u"text"_s, u"txt"_s, u"plain"_s, u"plaintext"_s, u"log"_s, u"logs"_s, u"output"_s, u"ini"_s,
        u"conf"_s, u"properties"_s, u"diff"_s, u"markdown"_s, u"md"_s, u"mermaid"_s, u"plantuml"_s, u"dot"_s, u"csv"_s,
        u"hcl"_s, u"proto"_s, u"none"_s};
    if (code.language.isEmpty())
        return std::ranges::none_of(code.code, [](QChar c) { return c.unicode() >= 0x2500 && c.unicode() < 0x2600; });
    return !data.contains(code.language);
}

std::vector<Command> commandsIn(const Block& code)
{
    return holdsCommands(code) ? Cutter(code).run() : std::vector<Command>();
}

std::vector<NumberedPiece> numberedPieces(const Block& code)
{
    struct Mark {
        std::size_t at;
        NumberedComment comment;
    };
    if (!holdsCommands(code))
        return {};
    const std::vector<QStringView> lines = linesOf(code.code);
    const QString mark = commentMark(code.language);
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (const auto comment = numberedComment(lines[i], mark); comment && comment->number == int(marks.size()) + 1)
            marks.push_back({i, *comment});
    std::vector<NumberedPiece> pieces;
    for (std::size_t i = 0; marks.size() >= 2 && i < marks.size(); ++i) {
        const std::size_t end = i + 1 < marks.size() ? marks[i + 1].at : lines.size();
        pieces.push_back(
            {marks[i].comment.number, marks[i].comment.text, codePiece(code, lines, marks[i].at + 1, end)});
    }
    return pieces;
}

std::vector<Warning> hiddenIn(const Block& code)
{
    constexpr auto isTrap = [](QChar c) {
        const char16_t unit = c.unicode();
        return unit == 0x00a0 || unit == 0x00ad || (unit >= 0x200b && unit <= 0x200f) || unit == 0x202f
            || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2060 && unit <= 0x2064) || unit == 0xfeff;
    };
    std::vector<Warning> warnings;
    if (!holdsCommands(code) || std::ranges::none_of(code.code, isTrap))
        return warnings;
    int line = code.codeLine();
    for (const QStringView each : QStringView(code.code).tokenize(u'\n')) {
        if (const auto found = std::ranges::find_if(each, isTrap); found != each.end())
            warnings.push_back({line, Warning::Code::HiddenInCommand, codePoint(found->unicode())});
        ++line;
    }
    return warnings;
}

} // namespace warroom::runbook
