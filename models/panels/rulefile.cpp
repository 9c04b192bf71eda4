// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/rulefile.h"

#include "panels/filling.h"
#include "playbook/loader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace warroom::panels {

namespace {

YAML::Node at(const YAML::Node& node, const char* key)
{
    return node && node.IsMap() ? node[key] : YAML::Node(YAML::NodeType::Undefined);
}

/// Empty where it is no text, or longer than anybody writes by hand.
QString text(const YAML::Node& node)
{
    const bool isText = node && node.IsScalar() && node.Scalar().size() <= 2 * std::size_t(playbook::maxText);
    return isText ? QString::fromStdString(node.Scalar()) : QString();
}

metrics::Verdict weightOf(const YAML::Node& rule)
{
    const QString severity = text(at(at(rule, "labels"), "severity")).toLower();
    static const QStringList mild{QStringLiteral("warning"), QStringLiteral("warn"), QStringLiteral("info"),
        QStringLiteral("notice"), QStringLiteral("minor"), QStringLiteral("low"), QStringLiteral("none")};
    return mild.contains(severity) ? metrics::Verdict::Warn : metrics::Verdict::Bad;
}

void take(const YAML::Node& rule, Contents& contents)
{
    if (!rule.IsMap()) {
        contents.skipped.push_back({{}, {}, {Reason::NotAPanel}});
        return;
    }
    const bool records = text(at(rule, "alert")).isEmpty() && at(rule, "record");
    Panel panel;
    panel.type = records ? QStringLiteral("recording") : QStringLiteral("alerting");
    panel.title = plainLine(text(at(rule, records ? "record" : "alert")));
    std::vector<Asked> asked;
    if (const QString expr = text(at(rule, "expr")); !expr.trimmed().isEmpty())
        asked.push_back({expr, oneLine(expr)});
    contents.add(std::move(panel), asked, weightOf(rule));
}

/// Null where the document has no rules.
YAML::Node groupsOf(const YAML::Node& document)
{
    const YAML::Node groups = at(document, "groups");
    return groups ? groups : at(at(document, "spec"), "groups");
}

} // namespace

Read readRules(const QByteArray& yaml)
{
    Contents contents;
    bool areRules = false;
    try {
        for (const YAML::Node& document : YAML::LoadAll(yaml.toStdString())) {
            const YAML::Node groups = groupsOf(document);
            if (!groups || !groups.IsSequence())
                continue;
            areRules = true;
            for (const YAML::Node& group : groups) {
                const YAML::Node rules = at(group, "rules");
                if (!rules || !rules.IsSequence())
                    continue;
                for (const YAML::Node& rule : rules) {
                    take(rule, contents);
                    if (contents.total() > mostPanels)
                        return Fault{Fault::Code::TooMany};
                }
            }
        }
    } catch (const YAML::Exception& exception) {
        return Fault{Fault::Code::NotYaml,
            QStringLiteral("%1: %2").arg(exception.mark.line + 1).arg(QString::fromStdString(exception.msg))};
    }
    return areRules ? Read(std::move(contents)) : Fault{Fault::Code::NoPanels};
}

} // namespace warroom::panels
