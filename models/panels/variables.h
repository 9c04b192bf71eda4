// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QHash>
#include <QStringList>

#include <optional>

class QJsonArray;

namespace warroom::panels {

/// How often is measured and how much is looked at: what Grafana's own variables mean.
struct Times {
    Milliseconds scrape{15'000};
    Milliseconds step{15'000};
    Milliseconds range{3'600'000};
};

/// What stands for $name in an expression.
struct Variable {
    bool isInterval = false;
    bool isSeveral = false; ///< May have several values, which Grafana then writes as a pattern.
    QStringList values = {}; ///< None: it is not known, or means all.
    QString pattern = {}; ///< Of all, where the dashboard says what that is; else empty.
};

/// Those of a dashboard and Grafana's own.
class Variables
{
public:
    explicit Variables(const Times& times);

    void insert(const QString& name, const Variable& variable) { m_known.insert(name, variable); }
    /// One without a value where there is none of that name.
    Variable find(const QString& name) const;
    bool isDeclared(const QString& name) const { return m_known.contains(name); }

private:
    QHash<QString, Variable> m_known;
};

/// A place in a text where a variable is named.
struct Reference {
    qsizetype start = 0;
    qsizetype length = 0;
    QString name;
};

/// From there on the first of $v, ${v}, ${v:regex} and [[v]]; what begins with a digit names a group of a pattern.
std::optional<Reference> referenceIn(const QString& text, qsizetype from);

} // namespace warroom::panels
