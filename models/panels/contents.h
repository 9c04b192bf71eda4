// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expression.h"
#include "metrics/threshold.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace warroom::panels {

/// Why something is not taken over.
enum class Reason {
    NotAPanel, ///< Something else stands in its place.
    NoMeasure, ///< It is of a kind that shows none, such as text.
    InLibrary, ///< It stands elsewhere.
    NoQuery,
    OtherSource, ///< It asks no Prometheus; detail is the kind of what it asks.
    LogQl,
    MetricsQl, ///< Only VictoriaMetrics understands it; detail is the word that says so.
    Template, ///< To be filled in by something else than Grafana.
    NoValue, ///< A variable without a value stands where there must be one; detail is its name.
    Malformed,
    Invisible, ///< There is a character in it that cannot be seen.
    TooLong,
};
/// As it stands in JSON: "other-source".
QString word(Reason reason);

struct Refusal {
    Reason reason = Reason::NoQuery;
    QString detail = {};
    bool operator==(const Refusal&) const = default;
};

/// From where on a value is not well.
struct Limit {
    metrics::Comparison comparison;
    metrics::Verdict beyond = metrics::Verdict::Bad; ///< Warn or Bad.
    bool operator==(const Limit&) const = default;
};

/// What a file asks for, and what of that is to be asked.
struct Asked {
    QString written;
    std::variant<QString, Refusal> filled;
};

struct LeftOut {
    QString expression;
    Refusal refusal;
};

/// A panel of a dashboard, or a rule.
struct Panel {
    QString title;
    QString type; ///< As its file calls it; "alerting" and "recording" of rules.
    QStringList expressions; ///< PromQL on one line each, without the comparison at its end.
    QString unit;
    std::vector<Limit> limits;
    std::vector<LeftOut> leftOut; ///< What else it asks for.
};

struct Skipped {
    QString title;
    QString type;
    Refusal refusal;
};

/// What a file has: each of its panels is among one of both.
struct Contents {
    std::vector<Panel> panels;
    std::vector<Skipped> skipped;

    qsizetype total() const { return qsizetype(panels.size()) + qsizetype(skipped.size()); }
    /// Without what is skipped, also of panels.
    bool isWhole() const;
    /// A panel where any of what it asks for can be asked, else skipped. A comparison at the end of that becomes a
    /// limit of that weight.
    void add(Panel panel, const std::vector<Asked>& asked, metrics::Verdict beyond = metrics::Verdict::Bad);
};

/// One line, with everything in sight that could hide or reorder.
QString plainLine(const QString& text);

} // namespace warroom::panels
