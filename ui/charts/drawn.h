// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/linepicture.h"
#include "charts/panel.h"
#include "metrics/headline.h"
#include "metrics/reading.h"
#include "metrics/ticks.h"

#include <QStringList>

namespace warroom::charts {

/// More lines than these nobody tells apart.
inline constexpr size_t mostLines = 20;

/// What a panel looks like; of two that hold, the former.
enum class Look { Waiting, Unreachable, Failed, Empty, Stale, Zero, Values };

/// What of a panel is drawn, before it has a size.
struct Drawn {
    Look look = Look::Empty;
    std::vector<size_t> series; ///< The busiest ones, in their order.
    size_t leftOut = 0;
    QStringList names; ///< Of those, with everything in sight.
    QStringList wholeNames;
    metrics::Extent extent; ///< Of their values, and of the thresholds near them.
    metrics::Scale scale;
    std::optional<metrics::Headline> headline;
    metrics::Reading reading; ///< Of the headline.

    metrics::ValueTicks ticks(int most) const { return metrics::valueTicks(extent, most, scale.factor); }
};

Drawn drawn(const Panel& panel);

/// One line of text, with everything in sight that could hide or reorder.
QString plainLine(const QString& text);

QColor colourOf(Tone tone, const style::Theme& theme);
QColor colourOf(metrics::Verdict verdict, const style::Theme& theme);

/// A line alone has the colour of its verdict.
std::vector<Line> linesOf(const Panel& panel, const Drawn& drawn, const style::Theme& theme);

} // namespace warroom::charts
