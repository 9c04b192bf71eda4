// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/contents.h"
#include "panels/variables.h"

#include <variant>

namespace warroom::panels {

/// Why a file has no panels to give.
struct Fault {
    enum class Code {
        NotText,
        NotJson, ///< detail is where and what.
        NotYaml,
        NoPanels, ///< Neither dashboard nor rules.
        TooMany,
    };
    Code code;
    QString detail = {};
};

/// More than these no dashboard has.
inline constexpr qsizetype mostPanels = 5'000;

using Read = std::variant<Contents, Fault>;

/// A dashboard of Grafana (JSON) or rules of Prometheus (YAML), whichever it is.
Read read(const QByteArray& bytes, const Times& times);

} // namespace warroom::panels
