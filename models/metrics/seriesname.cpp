// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesname.h"

#include <QHash>

#include <algorithm>

namespace warroom::metrics {

QString wholeName(const Series& series)
{
    QString name;
    QStringList labels;
    for (const Label& label : series.labels) {
        if (label.name == QLatin1String("__name__"))
            name = label.value;
        else
            labels += label.name + QStringLiteral("=\"") + label.value + QLatin1Char('"');
    }
    if (labels.isEmpty() && !name.isEmpty())
        return name;
    return name + QLatin1Char('{') + labels.join(QStringLiteral(", ")) + QLatin1Char('}');
}

QStringList shortNames(const std::vector<const Series*>& series)
{
    QHash<QString, QHash<QString, size_t>> counts;
    for (const Series* each : series) {
        for (const Label& label : each->labels)
            ++counts[label.name][label.value];
    }
    QStringList names;
    for (const Series* each : series) {
        QStringList own;
        for (const Label& label : each->labels) {
            if (counts[label.name][label.value] < series.size())
                own += label.value;
        }
        names += own.isEmpty() ? wholeName(*each) : own.join(QLatin1Char(' '));
    }
    return names;
}

} // namespace warroom::metrics
