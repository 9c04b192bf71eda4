// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/reader.h"

#include "playbook/duration.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace warroom::playbook {

namespace {

QString inWords(Node::Kind kind)
{
    switch (kind) {
    case Node::Kind::Nothing:
        return u"nothing"_s;
    case Node::Kind::Text:
        return u"a text"_s;
    case Node::Kind::List:
        return u"a list"_s;
    case Node::Kind::Map:
        return u"keys and values"_s;
    }
    Q_UNREACHABLE();
}

QString oneOf(const QStringList& words)
{
    return words.size() < 2 ? words.join(QString())
                            : words.mid(0, words.size() - 1).join(u", "_s) + u" or "_s + words.last();
}

/// Levenshtein's: how many letters to insert, drop or replace.
int distance(const QString& from, QLatin1StringView to)
{
    std::vector<int> row(to.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (qsizetype j = 0; j < to.size(); ++j) {
            const int replaced = diagonal + (from[i] == QChar(to[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

QString unknownKey(const QString& key, std::initializer_list<QLatin1StringView> known)
{
    constexpr int mistyped = 2;
    const QString complaint = u"unknown key "_s + quoted(key);
    const QString start = key.left(64); // Nothing longer resembles a key.
    const auto nearest = *std::min_element(known.begin(), known.end(),
        [&](const auto& one, const auto& other) { return distance(start, one) < distance(start, other); });
    return distance(start, nearest) <= mistyped ? complaint + u"; did you mean "_s + quoted(nearest) + u'?' : complaint;
}

} // namespace

void Complaint::add(Place place, const QString& what)
{
    if (!m_error)
        m_error = badPlaybook(m_fileName, place, what);
}

Reader::Reader(const Node& node, const QString& name, Complaint& complaint)
    : m_node(&node), m_name(name), m_complaint(&complaint)
{
}

void Reader::allow(std::initializer_list<Key> keys) const
{
    if (!is(Node::Kind::Map, *m_node, m_name))
        return;
    for (const Node::Field& field : m_node->fields)
        if (std::ranges::find(keys, field.key) == keys.end())
            complain(field.place, unknownKey(field.key, keys));
}

const Node* Reader::value(Key key) const
{
    const auto found = std::ranges::find_if(m_node->fields, [&](const auto& field) { return field.key == key; });
    return found == m_node->fields.end() ? nullptr : &found->value;
}

const Node* Reader::value(Key key, Need need) const
{
    const Node* found = value(key);
    if (!found && need == Need::Required)
        complain(m_node->place, quoted(key) + u" is missing"_s);
    return found;
}

std::vector<const Node*> Reader::words(Key key) const
{
    std::vector<const Node*> found;
    const Node* node = value(key);
    if (node && node->kind == Node::Kind::Text)
        found.push_back(node);
    else if (node)
        std::ranges::transform(node->items, std::back_inserter(found), [](const Node& item) { return &item; });
    return found;
}

QString Reader::text(Key key, Need need) const
{
    const Node* node = value(key, need);
    return node ? line(*node, quoted(key)) : QString();
}

QString Reader::text(Key key, Need need, const QRegularExpression& form, const QString& wants) const
{
    const QString found = text(key, need);
    if (found.isEmpty() || form.match(found).hasMatch())
        return found;
    complain(key, u"%1 wants %2, not %3"_s.arg(quoted(key), wants, quoted(found)));
    return {};
}

QString Reader::paragraphs(Key key) const
{
    const Node* node = value(key);
    return node && is(Node::Kind::Text, *node, quoted(key)) ? node->text : QString();
}

QStringList Reader::texts(Key key) const
{
    QStringList found;
    const Node* node = value(key);
    if (node && is(Node::Kind::List, *node, quoted(key)))
        for (const Node& item : node->items)
            found.append(line(item, u"an item of "_s + quoted(key)));
    return found;
}

QMap<QString, QString> Reader::all() const
{
    QMap<QString, QString> found;
    for (const Node::Field& field : m_node->fields) {
        if (field.value.kind == Node::Kind::Map) {
            for (const Node::Field& inner : field.value.fields)
                found.insert(field.key + u'/' + inner.key, line(inner.value, quoted(inner.key)));
        } else {
            found.insert(field.key, line(field.value, quoted(field.key)));
        }
    }
    return found;
}

bool Reader::flag(Key key) const { return choice(key, {u"true"_s, u"false"_s}) == 0; }

std::chrono::minutes Reader::duration(Key key) const
{
    const QString found = text(key);
    const auto duration = durationFromText(found);
    if (!found.isEmpty() && !duration)
        complain(key, u"%1 wants a duration such as 15m, 4h or 1w, not %2"_s.arg(quoted(key), quoted(found)));
    return duration.value_or(std::chrono::minutes::zero());
}

std::optional<int> Reader::choice(Key key, const QStringList& words) const
{
    const QString found = text(key);
    const qsizetype index = words.indexOf(found);
    if (!found.isEmpty() && index < 0)
        complain(key, u"%1 wants %2, not %3"_s.arg(quoted(key), oneOf(words), quoted(found)));
    return index < 0 ? std::nullopt : std::optional(static_cast<int>(index));
}

Reader Reader::map(Key key) const
{
    static const Node empty{Node::Kind::Map, {}, {}, {}, {}};
    const Node* node = value(key);
    return Reader(node ? *node : empty, quoted(key), *m_complaint);
}

std::vector<Reader> Reader::list(Key key, Need need) const
{
    std::vector<Reader> readers;
    const Node* node = value(key, need);
    if (!node || !is(Node::Kind::List, *node, quoted(key)))
        return readers;
    if (node->items.empty() && need == Need::Required)
        complain(key, quoted(key) + u" is empty"_s);
    for (const Node& item : node->items)
        readers.emplace_back(item, u"an item of "_s + quoted(key), *m_complaint);
    return readers;
}

void Reader::complain(Key key, const QString& what) const
{
    const Node* node = value(key);
    complain(node ? node->place : m_node->place, what);
}

void Reader::complain(Place place, const QString& what) const { m_complaint->add(place, what); }

QString Reader::line(const Node& node, const QString& name) const
{
    if (!is(Node::Kind::Text, node, name))
        return {};
    const QString text = node.text.trimmed();
    if (text.isEmpty())
        complain(node.place, name + u" is empty"_s);
    if (text.contains(u'\n') || text.contains(u'\t'))
        complain(node.place, name + u" wants one line without tabs"_s);
    return text;
}

bool Reader::is(Node::Kind kind, const Node& node, const QString& name) const
{
    if (node.kind != kind)
        complain(node.place, u"%1 wants %2, not %3"_s.arg(name, inWords(kind), inWords(node.kind)));
    return node.kind == kind;
}

} // namespace warroom::playbook
