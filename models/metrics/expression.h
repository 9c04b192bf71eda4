// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace warroom::metrics {

/// A comparison with a number, as it ends most alert rules: it filters, so that a system that is well answers nothing.
struct Comparison {
    QString op; ///< ">", "<", ">=", "<=", "==", "!="
    double value = 0;

    bool operator==(const Comparison&) const = default;
};

/// An expression in two: what is measured, and from where on it is not well.
struct Split {
    QString expr;
    std::optional<Comparison> comparison;

    bool operator==(const Split&) const = default;
};

/// Takes the comparison with a number off the end, or turned round off the beginning, where it is what the whole
/// expression does: not inside of anything, and not beside `and`, `or` and `unless`, which bind less. With `bool` it is
/// no filter and stays. PromQL's operators: https://prometheus.io/docs/prometheus/latest/querying/operators/
Split split(const QString& expr);

} // namespace warroom::metrics
