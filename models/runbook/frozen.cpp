// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/frozen.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace warroom::runbook {

namespace {

constexpr int version = 1;
constexpr int deepest = 200; ///< Blocks inside blocks; the reader gives fewer.

constexpr std::array kinds{"heading", "paragraph", "code", "list", "item", "quote", "table", "row", "cell", "rule"};
static_assert(kinds.size() == std::size_t(Block::Kind::Rule) + 1);
constexpr std::array purposes{"action", "background", "afterwards"};
static_assert(purposes.size() == std::size_t(Purpose::Afterwards) + 1);

template<std::size_t N> int indexOf(const std::array<const char*, N>& words, const QJsonValue& word)
{
    const auto found = std::ranges::find_if(words, [&](const char* each) { return word == QLatin1String(each); });
    return found == words.end() ? -1 : int(found - words.begin());
}

/// What is as it mostly is, is left out.
class Object
{
public:
    template<typename T> Object& put(const char* key, const T& value, const T& usual = {})
    {
        if (value != usual)
            m_object.insert(QLatin1String(key), value);
        return *this;
    }
    Object& put(const char* key, const QStringList& texts) { return put(key, QJsonArray::fromStringList(texts)); }
    Object& put(const char* key, std::optional<std::chrono::seconds> time)
    {
        return time ? put(key, qint64(time->count()), qint64(-1)) : *this;
    }
    Object& put(const char* key, std::optional<bool> flag)
    {
        if (flag)
            m_object.insert(QLatin1String(key), *flag);
        return *this;
    }
    template<typename T, typename ToJson> Object& put(const char* key, const std::vector<T>& all, ToJson toJson)
    {
        QJsonArray array;
        for (const T& each : all)
            array += toJson(each);
        return put(key, array);
    }
    operator QJsonObject() const { return m_object; }

private:
    QJsonObject m_object;
};

QJsonObject toJson(const Span& span)
{
    return Object().put("text", span.text).put("looks", span.looks).put("target", span.target);
}

QJsonObject toJson(const Block& block)
{
    return Object()
        .put("kind", QString::fromLatin1(kinds[std::size_t(block.kind)]))
        .put("line", block.line)
        .put("level", block.level)
        .put("ordered", block.ordered)
        .put("start", block.start, 1)
        .put("done", block.done)
        .put("language", block.language)
        .put("fenced", block.fenced)
        .put("code", block.code)
        .put("spans", block.spans, [](const Span& each) { return toJson(each); })
        .put("children", block.children, [](const Block& each) { return toJson(each); });
}

QJsonObject toJson(const Command& command)
{
    return Object()
        .put("language", command.language)
        .put("text", command.text)
        .put("about", command.about)
        .put("line", command.line)
        .put("expected", command.expected)
        .put("placeholders", command.placeholders)
        .put("dangerous", command.dangerous);
}

QJsonObject toJson(const Step& step)
{
    return Object()
        .put("number", step.number)
        .put("text", step.text)
        .put("line", step.line)
        .put("level", step.level, 1)
        .put("done", step.done)
        .put("section", step.section)
        .put("branch", step.branch)
        .put("time_box_s", step.timeBox)
        .put("commands", step.commands, [](const Command& each) { return toJson(each); })
        .put("blocks", step.blocks, [](const Block& each) { return toJson(each); });
}

QJsonObject toJson(const Part& part)
{
    return Object()
        .put("title", part.title)
        .put("line", part.line)
        .put("purpose", QString::fromLatin1(purposes[std::size_t(part.purpose)]))
        .put("time_box_s", part.timeBox)
        .put("blocks", part.blocks, [](const Block& each) { return toJson(each); });
}

std::optional<std::chrono::seconds> seconds(const QJsonValue& from)
{
    return from.isDouble() ? std::optional(std::chrono::seconds(std::max<qint64>(from.toInteger(), 0))) : std::nullopt;
}

std::optional<bool> flag(const QJsonValue& from) { return from.isBool() ? std::optional(from.toBool()) : std::nullopt; }

template<typename FromJson> auto listed(const QJsonValue& from, FromJson fromJson)
{
    std::vector<decltype(fromJson(QJsonObject()))> all;
    const QJsonArray array = from.toArray();
    for (const auto& each : array)
        all.push_back(fromJson(each.toObject()));
    return all;
}

Span spanFrom(const QJsonObject& from)
{
    return {from[u"text"].toString(), from[u"looks"].toInt(), from[u"target"].toString()};
}

Block blockFrom(const QJsonObject& from, int depth = 0)
{
    Block block;
    const int kind = indexOf(kinds, from[u"kind"]);
    block.kind = kind < 0 ? Block::Kind::Paragraph : Block::Kind(kind);
    block.line = from[u"line"].toInt();
    block.level = from[u"level"].toInt();
    block.ordered = from[u"ordered"].toBool();
    block.start = from[u"start"].toInt(1);
    block.done = flag(from[u"done"]);
    block.language = from[u"language"].toString();
    block.fenced = from[u"fenced"].toBool();
    block.code = from[u"code"].toString();
    block.spans = listed(from[u"spans"], spanFrom);
    if (depth < deepest)
        block.children =
            listed(from[u"children"], [depth](const QJsonObject& each) { return blockFrom(each, depth + 1); });
    return block;
}

std::vector<Block> blocksFrom(const QJsonValue& from)
{
    return listed(from, [](const QJsonObject& each) { return blockFrom(each); });
}

Command commandFrom(const QJsonObject& from)
{
    return {from[u"language"].toString(), from[u"text"].toString(), from[u"about"].toString(), from[u"line"].toInt(),
        from[u"expected"].toString(), from[u"placeholders"].toVariant().toStringList(), from[u"dangerous"].toBool()};
}

Step stepFrom(const QJsonObject& from)
{
    return {from[u"number"].toInt(1), from[u"text"].toString(), from[u"line"].toInt(), from[u"level"].toInt(1),
        flag(from[u"done"]), from[u"section"].toString(), from[u"branch"].toString(), seconds(from[u"time_box_s"]),
        listed(from[u"commands"], commandFrom), blocksFrom(from[u"blocks"])};
}

Part partFrom(const QJsonObject& from)
{
    const int purpose = indexOf(purposes, from[u"purpose"]);
    return {from[u"title"].toString(), from[u"line"].toInt(), purpose < 0 ? Purpose::Action : Purpose(purpose),
        seconds(from[u"time_box_s"]), blocksFrom(from[u"blocks"])};
}

} // namespace

QByteArray frozen(const Runbook& runbook)
{
    const auto steps = [](const Step& each) { return toJson(each); };
    const QJsonObject object = Object()
                                   .put("runbook", version)
                                   .put("title", runbook.title)
                                   .put("line", runbook.line)
                                   .put("section", runbook.section)
                                   .put("rule", word(runbook.rule))
                                   .put("steps", runbook.steps, steps)
                                   .put("afterwards", runbook.afterwards, steps)
                                   .put("parts", runbook.parts, [](const Part& each) { return toJson(each); })
                                   .put("as_of", runbook.asOf.toString(Qt::ISODate));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Runbook> thawed(const QByteArray& bytes)
{
    const QJsonObject from = QJsonDocument::fromJson(bytes).object();
    if (from[u"runbook"] != QJsonValue(version))
        return std::nullopt;
    const auto rule = std::ranges::find_if(allRules, [&](Rule each) { return from[u"rule"] == word(each); });
    return Runbook{from[u"title"].toString(), from[u"line"].toInt(), from[u"section"].toString(),
        rule == allRules.end() ? Rule::None : *rule, listed(from[u"steps"], stepFrom),
        listed(from[u"afterwards"], stepFrom), listed(from[u"parts"], partFrom),
        QDate::fromString(from[u"as_of"].toString(), Qt::ISODate)};
}

} // namespace warroom::runbook
