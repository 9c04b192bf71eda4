// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/source.h"
#include "playbook/metrics.h"

namespace warroom::app {

/// The server that stands under [source-NAME] in the settings, or the one of a URL, which is called "metrics".
/// BadSource.
Result<metrics::Source> metricSource(const QString& nameOrUrl);

/// The servers that panels are asked of: the one of the address in $WARROOM_PROMETHEUS, called "prometheus", then all
/// of the settings, by name.
std::vector<playbook::MetricSource> metricSources();

} // namespace warroom::app
