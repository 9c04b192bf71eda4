// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/duration.h"

#include <QRegularExpression>

namespace warroom::playbook {

std::optional<std::chrono::minutes> durationFromText(const QString& text)
{
    using namespace std::chrono;
    static const QRegularExpression pattern(
        QStringLiteral(R"(\A(?:(\d{1,4})w)?(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,4})m)?\z)"));
    const QRegularExpressionMatch match = pattern.match(text);
    const auto number = [&](int group) { return match.capturedView(group).toInt(); };
    const minutes total = weeks(number(1)) + days(number(2)) + hours(number(3)) + minutes(number(4));
    return total > minutes::zero() ? std::optional(total) : std::nullopt;
}

} // namespace warroom::playbook
