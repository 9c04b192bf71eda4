// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/section.h"

#include "panels/filling.h"
#include "playbook/metrics.h"

#include <QSet>

#include <algorithm>

namespace warroom::panels {

namespace {

/// In YAML, on one line: between single quotes only these mean something.
QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

std::vector<playbook::MetricPanel> itemsOf(const Panel& panel)
{
    std::vector<playbook::MetricPanel> items;
    for (const QString& expr : panel.expressions) {
        playbook::MetricPanel item;
        item.title = panel.title.isEmpty() ? plainLine(expr.left(60)) : panel.title;
        item.expr = expr;
        item.unit = panel.unit;
        if (panel.expressions.size() > 1)
            item.title += QStringLiteral(", %1 of %2").arg(items.size() + 1).arg(panel.expressions.size());
        for (const Limit& limit : panel.limits) {
            const QString& op = limit.comparison.op;
            std::optional<playbook::Limit>& own = limit.beyond == metrics::Verdict::Warn ? item.warn : item.bad;
            // That something is equal, or not, is no limit that a value nears.
            if (!own && (op.startsWith(QLatin1Char('>')) || op.startsWith(QLatin1Char('<'))))
                own = playbook::Limit{op.startsWith(QLatin1Char('>')), limit.comparison.value};
        }
        items.push_back(item);
    }
    return items;
}

/// Two alerts about one measure, such as a warning and a page, are one panel.
bool joined(const playbook::MetricPanel& item, std::vector<playbook::MetricPanel>& all)
{
    const auto same = std::ranges::find_if(all, [&](const playbook::MetricPanel& each) {
        return each.title == item.title && each.expr == item.expr && each.unit == item.unit;
    });
    if (same == all.end())
        return false;
    same->warn = same->warn ? same->warn : item.warn;
    same->bad = same->bad ? same->bad : item.bad;
    return true;
}

void tellApart(std::vector<playbook::MetricPanel>& items)
{
    QSet<QString> taken;
    for (playbook::MetricPanel& item : items) {
        const QString title = item.title;
        for (int number = 2; taken.contains(item.title.toCaseFolded()); ++number)
            item.title = QStringLiteral("%1 (%2)").arg(title).arg(number);
        taken.insert(item.title.toCaseFolded());
    }
}

QString line(const char* key, const std::optional<playbook::Limit>& limit)
{
    return limit ? QStringLiteral("    %1: \"%2 %3\"\n")
                       .arg(QLatin1String(key), QLatin1String(limit->above ? ">" : "<"),
                           QString::number(limit->value, 'g', QLocale::FloatingPointShortest))
                 : QString();
}

} // namespace

QString section(const std::vector<Panel>& panels)
{
    std::vector<playbook::MetricPanel> items;
    for (const Panel& panel : panels) {
        for (const playbook::MetricPanel& item : itemsOf(panel)) {
            if (!joined(item, items))
                items.push_back(item);
        }
    }
    tellApart(items);
    QString text = QStringLiteral("panels:");
    text += QLatin1String(items.empty() ? " []\n" : "\n");
    for (const playbook::MetricPanel& item : items) {
        text += QStringLiteral("  - title: %1\n    expr: %2\n").arg(quoted(item.title), quoted(item.expr));
        if (!item.unit.isEmpty())
            text += QStringLiteral("    unit: %1\n").arg(quoted(item.unit));
        text += line("warn", item.warn) + line("bad", item.bad);
    }
    return text;
}

} // namespace warroom::panels
