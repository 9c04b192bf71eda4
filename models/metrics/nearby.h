// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom::metrics {

/// Whether a host is this machine or one on a private network, as far as its name says.
bool isNearby(const QString& host);

} // namespace warroom::metrics
