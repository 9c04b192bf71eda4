// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

/// The Mustache that a post-mortem's template may use: values, sections and comments; no partials, lambdas or other
/// delimiters.
namespace warroom::report {

/// What a template can name. Every value is safe Markdown already and goes into the text as it is.
struct Context {
    /// The rows of `{{#name}}…{{/name}}`; all of them have all of the fields.
    struct Table {
        QStringList fields;
        std::vector<QMap<QString, QString>> rows;
    };

    QMap<QString, QString> values; ///< A dot makes a group: "section.root_cause". Empty ones are false.
    QMap<QString, Table> tables;
};

struct Tag {
    QString name;
    QStringList within; ///< The sections around it, outermost first.
};

/// The names that a template uses, in order. BadTemplate with the offending tag when it cannot be read.
Result<std::vector<Tag>> tags(const QString& text);

/// Names that the context has no value for, each once, in the order of the template.
QStringList unknownNames(const std::vector<Tag>& tags, const Context& context);

/// The text with everything filled in. Its tags were read and are all known.
QString rendered(const QString& text, const Context& context);

} // namespace warroom::report
