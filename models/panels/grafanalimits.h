// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/contents.h"

class QJsonObject;

namespace warroom::panels {

/// Of a panel as Grafana keeps it: the steps of its field, or the lines of a graph and of a single number as they were
/// before there were fields. The two steps that every new panel is born with count only where they are seen.
std::vector<Limit> grafanaLimits(const QJsonObject& panel);

} // namespace warroom::panels
