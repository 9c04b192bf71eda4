// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/template.h"

#include <kainjow/mustache.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

namespace mustache = kainjow::mustache;

mustache::data value(const QString& text)
{
    // An empty string would be true in a section.
    return text.isEmpty() ? mustache::data(false) : mustache::data(text.toStdString());
}

mustache::data dataOf(const Context& context)
{
    mustache::data root;
    QMap<QString, mustache::object> groups;
    for (auto [name, text] : context.values.asKeyValueRange()) {
        const qsizetype dot = name.indexOf(u'.');
        if (dot < 0)
            root.set(name.toStdString(), value(text));
        else
            groups[name.first(dot)].emplace(name.sliced(dot + 1).toStdString(), value(text));
    }
    for (auto [name, group] : groups.asKeyValueRange())
        root.set(name.toStdString(), mustache::data(group));
    for (auto [name, table] : context.tables.asKeyValueRange()) {
        mustache::list rows;
        for (const QMap<QString, QString>& row : table.rows) {
            mustache::data fields;
            for (auto [field, text] : row.asKeyValueRange())
                fields.set(field.toStdString(), value(text));
            rows.push_back(fields);
        }
        root.set(name.toStdString(), mustache::data(rows));
    }
    return root;
}

Error unreadable(const QString& text, qsizetype from)
{
    return {ErrorCode::BadTemplate, text.sliced(from, std::min<qsizetype>(40, text.size() - from)).simplified()};
}

} // namespace

// Read here as well as by the library, because the library takes an unknown name for an empty one and trusts the
// template with partials and delimiters.
Result<std::vector<Tag>> tags(const QString& text)
{
    std::vector<Tag> found;
    QStringList open;
    for (qsizetype start = text.indexOf("{{"_L1); start >= 0;) {
        const bool triple = text.sliced(start).startsWith("{{{"_L1);
        const QString closing = triple ? u"}}}"_s : u"}}"_s;
        const qsizetype inner = start + closing.size();
        const qsizetype end = text.indexOf(closing, inner);
        if (end < 0)
            return unreadable(text, start);
        const QString content = text.sliced(inner, end - inner).trimmed();
        const QChar kind = triple || content.isEmpty() ? QChar() : content.front();
        const bool signedTag = u"#^/>&!="_s.contains(kind) && !kind.isNull();
        const QString name = signedTag ? content.sliced(1).trimmed() : content;
        const qsizetype next = end + closing.size();
        if (kind == u'>' || kind == u'=' || (name.isEmpty() && kind != u'!'))
            return unreadable(text, start);
        if (kind == u'/') {
            if (open.isEmpty() || open.takeLast() != name)
                return unreadable(text, start);
        } else if (kind != u'!') {
            found.push_back({name, open});
            if (kind == u'#' || kind == u'^')
                open += name;
        }
        start = text.indexOf("{{"_L1, next);
    }
    if (!open.isEmpty())
        return Error{ErrorCode::BadTemplate, open.last()};
    return found;
}

QStringList unknownNames(const std::vector<Tag>& tags, const Context& context)
{
    QStringList unknown;
    for (const Tag& tag : tags) {
        const bool known = context.values.contains(tag.name) || context.tables.contains(tag.name)
            || std::ranges::any_of(tag.within,
                [&](const QString& around) { return context.tables.value(around).fields.contains(tag.name); });
        // A table within a table would multiply: a few tags, and the text is larger than any memory.
        const bool multiplies = context.tables.contains(tag.name)
            && std::ranges::any_of(tag.within, [&](const QString& around) { return context.tables.contains(around); });
        if ((!known || multiplies) && !unknown.contains(tag.name))
            unknown += tag.name;
    }
    return unknown;
}

QString rendered(const QString& text, const Context& context)
{
    mustache::mustache parsed(text.toStdString());
    Q_ASSERT(parsed.is_valid());
    parsed.set_custom_escape([](const std::string& markdown) { return markdown; });
    return QString::fromStdString(parsed.render(dataOf(context)));
}

} // namespace warroom::report
