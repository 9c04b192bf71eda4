// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/panel.h"
#include "style/theme.h"

#include <QByteArray>

namespace warroom::charts {

/// A panel as a picture for documents, as anything that shows SVG draws it: axes, thresholds, lines with gaps where
/// nothing was measured, the marks by their numbers from 1 on. Nothing in it is loaded or run.
QByteArray svg(const Panel& panel, const style::Theme& theme);

} // namespace warroom::charts
