// SPDX-License-Identifier: GPL-3.0-or-later
#include "metricsources.h"

#include <QSettings>

namespace warroom::app {

Result<metrics::Source> metricSource(const QString& nameOrUrl)
{
    if (nameOrUrl.contains(QLatin1String("://")))
        return metrics::source(QStringLiteral("metrics"), {{QStringLiteral("url"), nameOrUrl}});
    QSettings settings;
    settings.beginGroup(QStringLiteral("source-") + nameOrUrl);
    QMap<QString, QString> keys;
    // What has a comma in it is read as a list.
    for (const QString& key : settings.allKeys())
        keys.insert(key, settings.value(key).toStringList().join(QLatin1Char(',')));
    if (nameOrUrl.isEmpty() || !keys.contains(QStringLiteral("url")))
        return Error{ErrorCode::BadSource, nameOrUrl};
    return metrics::source(nameOrUrl, keys);
}

} // namespace warroom::app
