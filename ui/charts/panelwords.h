// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/drawn.h"

namespace warroom::charts {

/// How a panel stands, as a shape, a word and a colour.
struct Standing {
    QString icon; ///< Of style::icon().
    QString word; ///< "breached", "stale 3 min"; empty where there is nothing to say.
    QColor colour; ///< Of the shape, the word and the value.
};
Standing standingOf(const Panel& panel, const Drawn& drawn, const style::Theme& theme);

/// What stands in the place of values that are not there; empty where they are.
struct NoticeWords {
    QString heading;
    QString words; ///< Of the server, where it said any.
};
NoticeWords noticeOf(const Panel& panel, const Drawn& drawn);

/// "1,180 of 1,200 left out"; empty where none is.
QString leftOutWords(const Drawn& drawn);

/// The last value and how it stands, for who listens.
QString spoken(const Panel& panel, const Drawn& drawn, const style::Theme& theme);

} // namespace warroom::charts
