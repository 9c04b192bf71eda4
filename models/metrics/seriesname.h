// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/answer.h"

#include <QStringList>

namespace warroom::metrics {

/// "up{job="api"}", as PromQL writes it; "{}" without labels.
QString wholeName(const Series& series);

/// What tells each from the others: the values of the labels that are not the same in all, else the whole name.
QStringList shortNames(const std::vector<const Series*>& series);

} // namespace warroom::metrics
