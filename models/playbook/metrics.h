// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace warroom::playbook {

/// Where a value stops being well.
struct Limit {
    bool above = true; ///< Else below.
    double value = 0;

    bool operator==(const Limit&) const = default;
};

/// "> 0.05", "< 3", "0.05", which is above; none for anything else.
std::optional<Limit> limitFrom(const QString& text);

/// A measure that the team looks at in an incident.
struct MetricPanel {
    QString title;
    QString expr; ///< PromQL, as the team's document has it; a comparison at its end is a limit.
    QString unit; ///< "s", "percentunit", "reqps" as Grafana has them, or the team's own word; may be empty.
    std::optional<Limit> warn;
    std::optional<Limit> bad;
    QString source; ///< The name of one; empty: the first.

    bool operator==(const MetricPanel&) const = default;
};

/// A server that answers as Prometheus does; secrets are never in a playbook.
struct MetricSource {
    QString name;
    QMap<QString, QString> keys; ///< "url" and what else Prometheus' own configuration names.

    bool operator==(const MetricSource&) const = default;
};

} // namespace warroom::playbook
