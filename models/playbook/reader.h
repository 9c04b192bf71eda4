// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/document.h"

#include <QMap>
#include <QStringList>

#include <chrono>
#include <initializer_list>
#include <optional>
#include <vector>

class QRegularExpression;

namespace warroom::playbook {

/// The first thing that is wrong with a file.
class Complaint
{
public:
    explicit Complaint(const QString& fileName) : m_fileName(fileName) { }

    /// Only the first counts: what follows may be wrong because of it.
    void add(Place place, const QString& what);
    const std::optional<Error>& error() const { return m_error; }

private:
    QString m_fileName;
    std::optional<Error> m_error;
};

/// A map of the file, read key by key. Where a value is not what is wanted, it complains and yields an empty one, so
/// that reading goes on without a check at every step. The node and the complaint outlive the reader.
class Reader
{
public:
    using Key = QLatin1StringView;
    enum class Need { Optional, Required };

    Reader(const Node& node, const QString& name, Complaint& complaint);

    /// Complains of a node that is no map and of keys that are not among these.
    void allow(std::initializer_list<Key> keys) const;

    /// Null when the key is not given.
    const Node* value(Key key) const;
    /// The texts of a key that holds one or a list of them.
    std::vector<const Node*> words(Key key) const;

    /// One line, without spaces around it; empty only when it is optional and not given.
    QString text(Key key, Need need = Need::Optional) const;
    /// As text(), but of the given form; `wants` names it in a complaint.
    QString text(Key key, Need need, const QRegularExpression& form, const QString& wants) const;
    /// Any number of lines, as they are.
    QString paragraphs(Key key) const;
    QStringList texts(Key key) const;
    /// Every key with its one line; of a map in it as "headers/X-Scope-OrgID".
    QMap<QString, QString> all() const;
    bool flag(Key key) const;
    std::chrono::minutes duration(Key key) const;
    /// The place of the given word among those that can be chosen.
    std::optional<int> choice(Key key, const QStringList& words) const;

    /// The map under a key; an empty one when it is not given.
    Reader map(Key key) const;
    std::vector<Reader> list(Key key, Need need = Need::Optional) const;

    void complain(Key key, const QString& what) const;
    void complain(Place place, const QString& what) const;

private:
    const Node* value(Key key, Need need) const;
    QString line(const Node& node, const QString& name) const;
    bool is(Node::Kind kind, const Node& node, const QString& name) const;

    const Node* m_node;
    QString m_name;
    Complaint* m_complaint;
};

} // namespace warroom::playbook
