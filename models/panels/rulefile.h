// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/reader.h"

namespace warroom::panels {

/// Rules for alerts and recordings, as a file of Prometheus or as a PrometheusRule of Kubernetes.
/// https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
Read readRules(const QByteArray& yaml);

} // namespace warroom::panels
