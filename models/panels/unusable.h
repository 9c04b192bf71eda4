// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/contents.h"

#include <optional>

namespace warroom::panels {

/// Why a Prometheus would not take this expression, as far as can be told without one.
std::optional<Refusal> unusable(const QString& expr);

} // namespace warroom::panels
