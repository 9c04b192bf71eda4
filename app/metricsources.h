// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/source.h"

namespace warroom::app {

/// The server that stands under [source-NAME] in the settings, or the one of a URL, which is called "metrics".
/// BadSource.
Result<metrics::Source> metricSource(const QString& nameOrUrl);

} // namespace warroom::app
