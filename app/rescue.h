// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment.h"
#include "style/theme.h"

namespace warroom::app {

/// Asks what to do about a log that cannot be opened, or not be written, and does it, until there is a log to open:
/// its folder. None where the window was closed.
std::optional<QString> wayOutOf(const Error& why, Environment& environment, bool readable, const style::Theme& theme);

} // namespace warroom::app
