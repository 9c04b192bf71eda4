// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/metrics.h"

#include <cmath>

namespace warroom::playbook {

std::optional<Limit> limitFrom(const QString& text)
{
    Limit limit;
    QString number = text.trimmed();
    if (number.startsWith(QLatin1Char('>')) || number.startsWith(QLatin1Char('<'))) {
        limit.above = number.startsWith(QLatin1Char('>'));
        number = number.mid(1).trimmed();
    }
    bool isNumber = false;
    limit.value = number.toDouble(&isNumber);
    return isNumber && std::isfinite(limit.value) ? std::optional(limit) : std::nullopt;
}

} // namespace warroom::playbook
