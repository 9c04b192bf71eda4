// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace warroom::words {

/// Why something was refused or failed and what to do about it, in one or two short sentences.
QString refusal(const Error& error);

} // namespace warroom::words
