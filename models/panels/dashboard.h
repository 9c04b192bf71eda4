// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/reader.h"

class QJsonObject;

namespace warroom::panels {

/// A dashboard in any of the shapes that Grafana exports: as it is kept, within an answer of its API, or as a resource.
/// https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
Read readDashboard(const QJsonObject& file, const Times& times);

} // namespace warroom::panels
