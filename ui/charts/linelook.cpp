// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/linelook.h"

namespace warroom::charts {

QList<qreal> pattern(Dash dash)
{
    switch (dash) {
    case Dash::Solid:
        return {};
    case Dash::Long:
        return {9, 3};
    case Dash::DashDot:
        return {9, 3, 2, 3};
    case Dash::Dots:
        return {2, 2};
    }
    Q_UNREACHABLE();
}

LineLook lineLook(size_t n, const style::Theme& theme)
{
    const QColor colours[] = {theme.accent, theme.warn, theme.hypothesis, theme.good, theme.text, theme.muted};
    // Six colours and four dashes meet again after twelve; the second dozen is one dash on.
    return {colours[n % 6], Dash((n + n / 12) % 4)};
}

} // namespace warroom::charts
