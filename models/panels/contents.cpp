// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/contents.h"

#include "base/hidden.h"
#include "panels/unusable.h"

#include <algorithm>

namespace warroom::panels {

namespace {

constexpr qsizetype longestTitle = 200;

/// Adds what can be drawn of it to the panel, or why that is nothing.
void take(Panel& panel, const Asked& asked, metrics::Verdict beyond)
{
    const QString* const expr = std::get_if<QString>(&asked.filled);
    const std::optional<Refusal> refusal = expr ? unusable(*expr) : std::get<Refusal>(asked.filled);
    if (refusal) {
        panel.leftOut.push_back({plainLine(asked.written), *refusal});
        return;
    }
    const metrics::Split both = metrics::split(*expr);
    panel.expressions += both.expr;
    if (!both.comparison)
        return;
    const Limit limit{*both.comparison, beyond};
    if (std::ranges::find(panel.limits, limit) == panel.limits.end())
        panel.limits.push_back(limit);
}

} // namespace

QString word(Reason reason)
{
    switch (reason) {
    case Reason::NotAPanel:
        return QStringLiteral("not-a-panel");
    case Reason::NoMeasure:
        return QStringLiteral("no-measure");
    case Reason::InLibrary:
        return QStringLiteral("in-library");
    case Reason::NoQuery:
        return QStringLiteral("no-query");
    case Reason::OtherSource:
        return QStringLiteral("other-source");
    case Reason::LogQl:
        return QStringLiteral("logql");
    case Reason::MetricsQl:
        return QStringLiteral("metricsql");
    case Reason::Template:
        return QStringLiteral("template");
    case Reason::NoValue:
        return QStringLiteral("no-value");
    case Reason::Malformed:
        return QStringLiteral("malformed");
    case Reason::Invisible:
        return QStringLiteral("invisible");
    case Reason::TooLong:
        return QStringLiteral("too-long");
    }
    Q_UNREACHABLE();
}

bool Contents::isWhole() const
{
    return skipped.empty() && std::ranges::all_of(panels, [](const Panel& panel) { return panel.leftOut.empty(); });
}

void Contents::add(Panel panel, const std::vector<Asked>& asked, metrics::Verdict beyond)
{
    for (const Asked& each : asked)
        take(panel, each, beyond);
    if (!panel.expressions.isEmpty())
        panels.push_back(std::move(panel));
    else
        skipped.push_back({panel.title, panel.type,
            panel.leftOut.empty() ? Refusal{Reason::NoQuery} : panel.leftOut.front().refusal});
}

QString plainLine(const QString& text) { return visible(text.left(longestTitle)).simplified(); }

} // namespace warroom::panels
