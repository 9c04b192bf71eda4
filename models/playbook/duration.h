// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace warroom::playbook {

/// "15m", "1h30m", "2d", "1w": weeks, days, hours, minutes in this order, more than nothing together.
std::optional<std::chrono::minutes> durationFromText(const QString& text);

} // namespace warroom::playbook
