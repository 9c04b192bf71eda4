// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/document.h"

#include "base/hidden.h"
#include "playbook/loader.h"

#include <QHash>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string>

namespace warroom::playbook {

namespace {

/// Leaves the parser, which can be stopped in no other way; caught in parse().
struct Stop {
    Place place;
    QString what;
};

QString forbidden(char32_t c)
{
    if (c == QChar::ReplacementCharacter)
        return QStringLiteral("a character that is not valid UTF-8");
    return QStringLiteral("the invisible character %1 is not allowed").arg(codePoint(c));
}

/// The first character that may stand in no playbook.
std::optional<Stop> firstForbidden(const QString& text)
{
    Place place;
    for (const char32_t c : text.toUcs4()) {
        if (isHidden(c) || c == QChar::ReplacementCharacter)
            return Stop{place, forbidden(c)};
        if (c == U'\n')
            place = {place.line + 1, 1};
        else
            ++place.column;
    }
    return std::nullopt;
}

/// The text of the file, to turn the parser's marks, which count bytes from 0, into places.
class Source
{
public:
    explicit Source(const QString& text) : m_lines(text.toUtf8().split('\n')) { }

    Place place(const YAML::Mark& mark) const
    {
        if (mark.line < 0)
            return {};
        // Marks come in the order of the file: going on from the last one keeps a line of many nodes linear.
        if (mark.line != m_line || mark.column < m_byte) {
            m_line = mark.line;
            m_byte = 0;
            m_column = 0;
        }
        const QByteArray line = mark.line < m_lines.size() ? m_lines[mark.line] : QByteArray();
        for (; m_byte < mark.column && m_byte < line.size(); ++m_byte)
            m_column += (line[m_byte] & 0xc0) == 0x80 ? 0 : 1; // not the middle of a character
        return {mark.line + 1, m_column + 1};
    }

private:
    QList<QByteArray> m_lines;
    mutable int m_line = -1;
    mutable int m_byte = 0;
    mutable int m_column = 0;
};

/// Builds the nodes from the parser's events rather than from YAML::Node, which drops duplicate keys and follows
/// aliases before anybody can look.
class Builder : public YAML::EventHandler
{
public:
    explicit Builder(const Source& source) : m_source(source) { }

    std::optional<Node> root;

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (std::exchange(m_started, true))
            throw Stop{m_source.place(mark), QStringLiteral("something follows the end of the playbook")};
    }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        add(node(Node::Kind::Nothing, mark, {}, anchor));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        node(Node::Kind::Nothing, mark, {}, anchor);
    }

    void OnScalar(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override
    {
        Node text = node(Node::Kind::Text, mark, tag, anchor);
        text.text = QString::fromStdString(value);
        // Once more, since an escape such as "\u202e" is plain ASCII in the file.
        if (const auto found = firstForbidden(text.text))
            throw Stop{text.place, found->what};
        if (text.text.size() > maxText)
            throw Stop{text.place, QStringLiteral("a text of more than %1 characters").arg(maxText)};
        add(std::move(text));
    }

    void OnSequenceStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(node(Node::Kind::List, mark, tag, anchor));
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(node(Node::Kind::Map, mark, tag, anchor));
    }
    void OnMapEnd() override { close(); }

private:
    /// A list or map that is not at its end yet.
    struct Open {
        Node node;
        std::optional<Node> key;
        QHash<QString, int> keyLines;
    };

    Node node(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const
    {
        const Place place = m_source.place(mark);
        if (anchor != 0)
            throw Stop{place, QStringLiteral("anchors and aliases (& and *) are not used in playbooks")};
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Stop{place, QStringLiteral("tags (!) are not used in playbooks")};
        return {kind, place, {}, {}, {}};
    }

    void open(Node node)
    {
        if (m_open.size() >= maxDepth)
            throw Stop{node.place, QStringLiteral("nested deeper than %1 levels").arg(maxDepth)};
        m_open.push_back({std::move(node), {}, {}});
    }

    void close()
    {
        Node finished = std::move(m_open.back().node);
        m_open.pop_back();
        add(std::move(finished));
    }

    void add(Node value)
    {
        if (m_open.empty())
            root = std::move(value);
        else if (m_open.back().node.kind == Node::Kind::List)
            addItem(m_open.back().node, std::move(value));
        else if (!m_open.back().key)
            addKey(m_open.back(), std::move(value));
        else
            addValue(m_open.back(), std::move(value));
    }

    static void addItem(Node& list, Node item)
    {
        if (list.items.size() >= maxItems)
            throw Stop{item.place, QStringLiteral("a list of more than %1 items").arg(maxItems)};
        list.items.push_back(std::move(item));
    }

    static void addKey(Open& map, Node key)
    {
        if (key.kind != Node::Kind::Text)
            throw Stop{key.place, QStringLiteral("a key must be a text")};
        if (const auto first = map.keyLines.constFind(key.text); first != map.keyLines.constEnd())
            throw Stop{key.place,
                QStringLiteral("duplicate key %1, first given in line %2")
                    .arg(quoted(key.text), QString::number(*first))};
        if (map.node.fields.size() >= maxItems)
            throw Stop{key.place, QStringLiteral("more than %1 keys").arg(maxItems)};
        map.keyLines.insert(key.text, key.place.line);
        map.key = std::move(key);
    }

    static void addValue(Open& map, Node value)
    {
        // The parser places a missing value where the next one begins.
        if (value.kind == Node::Kind::Nothing)
            value.place = map.key->place;
        map.node.fields.push_back({map.key->text, map.key->place, std::move(value)});
        map.key.reset();
    }

    const Source& m_source;
    std::vector<Open> m_open;
    bool m_started = false;
};

QString inPlainWords(const std::string& message)
{
    using namespace YAML::ErrorMsg;
    static const std::array<std::pair<const char*, const char*>, 12> words{{
        {TAB_IN_INDENTATION, "a tab in the indentation; only spaces indent"},
        {EOF_IN_SCALAR, "a quote is opened and never closed"},
        {DOC_IN_SCALAR, "a quote is opened and never closed"},
        {END_OF_MAP_FLOW, "a { is opened and never closed"},
        {END_OF_SEQ_FLOW, "a [ is opened and never closed"},
        {FLOW_END, "a bracket is closed that was never opened"},
        {END_OF_MAP, "this does not fit what stands above; look at the indentation"},
        {END_OF_SEQ, "this does not fit what stands above; look at the indentation"},
        {BLOCK_ENTRY, "a list cannot begin here"},
        {MAP_VALUE, "a colon cannot stand here; one is missing above, or the text wants quotes"},
        {UNKNOWN_TOKEN, "a text cannot begin with this character; put it in quotes"},
        {UNKNOWN_ANCHOR, "anchors and aliases (& and *) are not used in playbooks"},
    }};
    const auto starts = [&](const auto& pair) { return message.rfind(pair.first, 0) == 0; };
    const auto found = std::ranges::find_if(words, starts);
    return found != words.end() ? QString::fromLatin1(found->second)
                                : QStringLiteral("not valid YAML: %1").arg(QString::fromStdString(message));
}

} // namespace

Error badPlaybook(const QString& fileName, Place place, const QString& what)
{
    const QString where = QStringLiteral(":%1:%2: ").arg(place.line).arg(place.column);
    return {ErrorCode::BadPlaybook, fileName + where + what};
}

QString quoted(QAnyStringView text)
{
    constexpr qsizetype longest = 60;
    const QString whole = text.toString();
    if (whole.size() <= longest)
        return u'"' + whole + u'"';
    const bool halved = whole[longest - 1].isHighSurrogate();
    return u'"' + whole.first(halved ? longest - 1 : longest) + QStringLiteral("…\"");
}

Result<Node> parse(const QByteArray& yaml, const QString& fileName)
{
    if (yaml.size() > maxBytes)
        return badPlaybook(fileName, {}, QStringLiteral("larger than %1 bytes").arg(maxBytes));
    const QString text = QString::fromUtf8(yaml).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (const auto found = firstForbidden(text))
        return badPlaybook(fileName, found->place, found->what);

    const Source source(text);
    try {
        // The end mark: without it, yaml-cpp takes the end of the file for the end of an open quote.
        const bool ended = text.isEmpty() || text.endsWith(u'\n');
        std::istringstream stream(text.toStdString() + (ended ? "...\n" : "\n...\n"));
        YAML::Parser parser(stream);
        Builder builder(source);
        while (parser.HandleNextDocument(builder)) { }
        if (!builder.root || builder.root->kind == Node::Kind::Nothing)
            return badPlaybook(fileName, {}, QStringLiteral("the file is empty"));
        return *std::move(builder.root);
    } catch (const Stop& stop) {
        return badPlaybook(fileName, stop.place, stop.what);
    } catch (const YAML::Exception& exception) {
        return badPlaybook(fileName, source.place(exception.mark), inPlainWords(exception.msg));
    } catch (const std::exception& exception) {
        return badPlaybook(fileName, {}, QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace warroom::playbook
