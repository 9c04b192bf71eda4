// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/contents.h"
#include "panels/variables.h"

#include <variant>

namespace warroom::panels {

/// The expression on one line, with a value for each variable as its place wants it: a length of time in brackets and
/// behind `offset`, a pattern in a matcher (whose = then becomes =~), names between others. A refusal where there is
/// none that could stand there.
std::variant<QString, Refusal> filled(const QString& expr, const Variables& variables);

/// Without comments, and with a space where there was any.
QString oneLine(const QString& expr);

} // namespace warroom::panels
