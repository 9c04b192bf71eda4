// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/dashboard.h"

#include "metrics/step.h"
#include "panels/filling.h"
#include "panels/grafanalimits.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace warroom::panels {

namespace {

/// More than that is no value that somebody chose.
constexpr qsizetype longestValue = 2'000;

constexpr QLatin1StringView key(const char* name) { return QLatin1StringView(name); }

/// A resource keeps a panel in other places than the older shapes do; here it is as those have it.
QJsonObject asOlder(const QJsonObject& element)
{
    const QJsonValue spec = element[key("spec")];
    if (element[key("kind")] == key("LibraryPanel"))
        return {{key("title"), spec[key("title")]}, {key("libraryPanel"), spec[key("libraryPanel")]}};
    const QJsonValue look = spec[key("vizConfig")];
    const QJsonValue group = look[key("group")];
    QJsonArray targets;
    const QJsonArray queries = spec[key("data")][key("spec")][key("queries")].toArray();
    for (const auto& each : queries) {
        const QJsonValue query = each[key("spec")][key("query")];
        const QJsonValue kind = query[key("kind")] == key("DataQuery") ? query[key("group")] : query[key("kind")];
        targets += QJsonObject{{key("expr"), query[key("spec")][key("expr")]},
            {key("hide"), each[key("spec")][key("hidden")]}, {key("datasource"), QJsonObject{{key("type"), kind}}}};
    }
    return {{key("id"), spec[key("id")]}, {key("title"), spec[key("title")]},
        {key("type"), group.isString() ? group : look[key("kind")]},
        {key("fieldConfig"), look[key("spec")][key("fieldConfig")]},
        {key("options"), look[key("spec")][key("options")]}, {key("targets"), targets}};
}

QJsonArray panelsOfResource(const QJsonObject& elements)
{
    std::vector<QJsonValue> panels;
    for (const auto& element : elements)
        panels.push_back(element.isObject() ? QJsonValue(asOlder(element.toObject())) : element);
    std::ranges::stable_sort(panels, {}, [](const QJsonValue& panel) { return panel[key("id")].toInt(); });
    QJsonArray all;
    for (const QJsonValue& panel : panels)
        all += panel;
    return all;
}

QJsonArray variablesOfResource(const QJsonArray& variables)
{
    QJsonArray all;
    for (const auto& each : variables) {
        QJsonObject variable = each[key("spec")].toObject();
        variable.insert(key("type"), each[key("kind")].toString().remove(key("Variable")).toLower());
        if (variable.contains(key("pluginId")))
            variable.insert(key("query"), variable[key("pluginId")]);
        all += variable;
    }
    return all;
}

/// What is chosen, and whether that is everything.
QStringList chosen(const QJsonObject& variable)
{
    const QJsonValue value = variable[key("current")][key("value")];
    QStringList values;
    const QJsonArray all = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const auto& each : all) {
        if (const QString text = each.toVariant().toString(); !text.isEmpty())
            values += text;
    }
    return values;
}

/// The first that can be chosen: "a,b" or "Name : a,Other : b".
QString firstChoice(const QJsonObject& variable)
{
    const QString type = variable[key("type")].toString();
    const QString query = variable[key("query")].toString();
    if (type == key("constant") || type == key("textbox") || type == key("text"))
        return query;
    const QString first = query.section(QLatin1Char(','), 0, 0);
    return type == key("custom") || type == key("interval") ? first.section(key(" : "), -1).trimmed() : QString();
}

Variable variableOf(const QJsonObject& json)
{
    Variable variable;
    variable.isSeveral = json[key("multi")].toBool() || json[key("includeAll")].toBool();
    variable.values = chosen(json);
    const bool isAll = variable.values.contains(key("$__all"));
    if (isAll || variable.values.join(QString()).size() > longestValue)
        variable.values.clear();
    else if (variable.values.isEmpty() && !firstChoice(json).isEmpty() && !json[key("includeAll")].toBool())
        variable.values = {firstChoice(json).left(longestValue)};
    if (variable.values.isEmpty())
        variable.pattern = json[key("allValue")].toString().left(longestValue);
    const QString value = variable.values.value(0);
    const bool isLength = value.size() > 1 && value.back().isLetter() && metrics::readDuration(value).has_value();
    variable.isInterval = json[key("type")] == key("interval") || isLength;
    return variable;
}

/// The dashboard in its older shape; nothing for what is none.
std::optional<QJsonObject> dashboardIn(QJsonObject file)
{
    for (const QLatin1StringView wrap : {key("dashboard"), key("spec")}) {
        if (file[wrap].isObject() && !file.contains(key("panels")))
            file = file[wrap].toObject();
    }
    if (file[key("elements")].isObject()) {
        file.insert(key("panels"), panelsOfResource(file[key("elements")].toObject()));
        file.insert(
            key("templating"), QJsonObject{{key("list"), variablesOfResource(file[key("variables")].toArray())}});
    }
    const bool isDashboard = file[key("panels")].isArray() || file[key("rows")].isArray()
        || (file.contains(key("schemaVersion")) && file.contains(key("title")));
    return isDashboard ? std::optional(file) : std::nullopt;
}

class Dashboard
{
public:
    Dashboard(const QJsonObject& file, const QJsonObject& dashboard, const Times& times) : m_variables(times)
    {
        const QJsonArray inputs = file[key("__inputs")].toArray();
        for (const auto& input : inputs)
            m_sources.insert(input[key("name")].toString(), input[key("pluginId")].toString());
        const QJsonArray listed = dashboard[key("templating")][key("list")].toArray();
        for (const auto& each : listed) {
            const QString name = each[key("name")].toString();
            if (each[key("type")] == key("datasource"))
                m_sources.insert(name, each[key("query")].toString());
            else
                m_variables.insert(name, variableOf(each.toObject()));
        }
        take(dashboard[key("panels")].toArray());
        const QJsonArray rows = dashboard[key("rows")].toArray();
        for (const auto& row : rows)
            take(row[key("panels")].toArray());
    }

    Contents contents;

private:
    void take(const QJsonArray& panels)
    {
        for (const auto& panel : panels) {
            if (contents.total() > mostPanels)
                return;
            if (panel[key("type")] == key("row"))
                take(panel[key("panels")].toArray());
            else
                take(panel);
        }
    }

    void take(const QJsonValue& value)
    {
        const QJsonObject panel = value.toObject();
        Panel shown;
        shown.title = plainLine(panel[key("title")].toString());
        shown.type = plainLine(panel[key("type")].toString());
        std::vector<Asked> asked = askedBy(panel);
        if (const auto refusal = refusalOf(value, asked)) {
            contents.skipped.push_back({shown.title, shown.type, *refusal});
            return;
        }
        shown.unit = unitOf(panel);
        shown.limits = grafanaLimits(panel);
        contents.add(std::move(shown), asked);
    }

    static std::optional<Refusal> refusalOf(const QJsonValue& panel, const std::vector<Asked>& asked)
    {
        static const QStringList withoutMeasure{QStringLiteral("text"), QStringLiteral("news"),
            QStringLiteral("dashlist"), QStringLiteral("alertlist"), QStringLiteral("annolist"),
            QStringLiteral("pluginlist"), QStringLiteral("welcome"), QStringLiteral("gettingstarted")};
        if (!panel.isObject())
            return Refusal{Reason::NotAPanel};
        if (withoutMeasure.contains(panel[key("type")].toString()))
            return Refusal{Reason::NoMeasure};
        if (panel[key("libraryPanel")].isObject() && asked.empty())
            return Refusal{Reason::InLibrary};
        return {};
    }

    std::vector<Asked> askedBy(const QJsonObject& panel) const
    {
        std::vector<Asked> all;
        const QJsonArray targets = panel[key("targets")].toArray();
        for (const auto& target : targets) {
            if (target[key("hide")].toBool())
                continue;
            const QString expr = target[key("expr")].toString();
            const QString own = kindOf(target[key("datasource")]);
            if (const auto refusal = refusalOfKind(own.isEmpty() ? kindOf(panel[key("datasource")]) : own))
                all.push_back({expr, *refusal});
            else if (!expr.trimmed().isEmpty())
                all.push_back({expr, filled(expr, m_variables)});
        }
        return all;
    }

    /// Of a source that is an object, the name of one, or a variable; empty where it is not known.
    QString kindOf(const QJsonValue& source) const
    {
        const QString named = source.isString() ? source.toString() : source[key("uid")].toString();
        const std::optional<Reference> reference = referenceIn(named, 0);
        const QString type = source[key("type")].toString();
        return type.isEmpty() && reference ? m_sources.value(reference->name) : type;
    }

    static std::optional<Refusal> refusalOfKind(const QString& kind)
    {
        if (kind == key("loki"))
            return Refusal{Reason::LogQl};
        for (const char* asPrometheus :
            {"prometheus", "victoriametrics-metrics", "victoriametrics-datasource", "mimir", "thanos"}) {
            if (kind.contains(key(asPrometheus), Qt::CaseInsensitive))
                return {};
        }
        const bool isOpen = kind.isEmpty() || kind == key("mixed") || kind == key("datasource")
            || kind == key("grafana") || referenceIn(kind, 0);
        return isOpen ? std::nullopt : std::optional(Refusal{Reason::OtherSource, plainLine(kind)});
    }

    static QString unitOf(const QJsonObject& panel)
    {
        for (const QJsonValue& unit : {panel[key("fieldConfig")][key("defaults")][key("unit")],
                 panel[key("options")][key("fieldOptions")][key("defaults")][key("unit")],
                 panel[key("options")][key("unit")], panel[key("format")],
                 panel[key("yaxes")].toArray().at(0)[key("format")], panel[key("y_formats")].toArray().at(0)}) {
            if (unit.isString())
                return plainLine(unit.toString());
        }
        return {};
    }

    Variables m_variables;
    QHash<QString, QString> m_sources; ///< The kind of each that the dashboard leaves open.
};

} // namespace

Read readDashboard(const QJsonObject& file, const Times& times)
{
    const std::optional<QJsonObject> dashboard = dashboardIn(file);
    if (!dashboard)
        return Fault{Fault::Code::NoPanels};
    Dashboard read(file, *dashboard, times);
    if (read.contents.total() > mostPanels)
        return Fault{Fault::Code::TooMany};
    return std::move(read.contents);
}

} // namespace warroom::panels
