// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/answer.h"

#include <optional>

namespace warroom::metrics {

/// Goes once through the JSON of an answer, which has bodyPadding allocated behind it, and makes values of it. Nothing
/// where it is no such JSON.
std::optional<Answer> readAnswer(const QByteArray& body);

} // namespace warroom::metrics
