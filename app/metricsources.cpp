// SPDX-License-Identifier: GPL-3.0-or-later
#include "metricsources.h"

#include <QSettings>

namespace warroom::app {

namespace {

constexpr QLatin1StringView group("source-");

QMap<QString, QString> keysOf(const QString& name)
{
    QSettings settings;
    settings.beginGroup(group + name);
    QMap<QString, QString> keys;
    // What has a comma in it is read as a list.
    for (const QString& key : settings.allKeys())
        keys.insert(key, settings.value(key).toStringList().join(QLatin1Char(',')));
    return keys;
}

} // namespace

Result<metrics::Source> metricSource(const QString& nameOrUrl)
{
    if (nameOrUrl.contains(QLatin1String("://")))
        return metrics::source(QStringLiteral("metrics"), {{QStringLiteral("url"), nameOrUrl}});
    const QMap<QString, QString> keys = keysOf(nameOrUrl);
    if (nameOrUrl.isEmpty() || !keys.contains(QStringLiteral("url")))
        return Error{ErrorCode::BadSource, nameOrUrl};
    return metrics::source(nameOrUrl, keys);
}

std::vector<playbook::MetricSource> metricSources()
{
    std::vector<playbook::MetricSource> sources;
    if (const QString url = qEnvironmentVariable("WARROOM_PROMETHEUS"); !url.isEmpty())
        sources.push_back({QStringLiteral("prometheus"), {{QStringLiteral("url"), url}}});
    const QStringList groups = QSettings().childGroups();
    for (const QString& each : groups) {
        if (each.startsWith(group))
            sources.push_back({each.mid(group.size()), keysOf(each.mid(group.size()))});
    }
    return sources;
}

} // namespace warroom::app
