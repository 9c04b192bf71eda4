// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace warroom::metrics {

/// The number that a closing quote ends: "1.5", "NaN", "+Inf", "1.79e+308". False where it is none.
bool toNumber(const char* text, const char* end, double& number);

/// A point as all servers write it, [1700000000.123,"1.5"], without a space and of a time since 2001: twice as fast as
/// by way of its JSON. False where it is written otherwise; nothing is said about it then.
bool toPlainPoint(const char* text, const char* end, qint64& time, double& value);

} // namespace warroom::metrics
