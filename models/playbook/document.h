// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace warroom::playbook {

/// Where something stands in a file; both numbers from 1, columns in characters.
struct Place {
    int line = 1;
    int column = 1;
};

/// The BadPlaybook error with its detail "fileName:line:column: what".
Error badPlaybook(const QString& fileName, Place place, const QString& what);

/// In double quotes, and cut where it is too long for a message.
QString quoted(QAnyStringView text);

/// A value of a YAML file and where it stands, with everything in it.
struct Node {
    enum class Kind { Nothing, Text, List, Map };
    struct Field;

    Kind kind = Kind::Nothing;
    Place place;
    QString text;
    std::vector<Node> items;
    std::vector<Field> fields;
};

/// A key with its value.
struct Node::Field {
    QString key;
    Place place;
    Node value;
};

/// Reads YAML within the limits of loader.h. Every text in the result is free of control and bidirectional characters
/// (line breaks and tabs aside), and no map has a key twice. Anchors, aliases, tags and second documents are refused.
Result<Node> parse(const QByteArray& yaml, const QString& fileName);

} // namespace warroom::playbook
