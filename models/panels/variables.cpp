// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/variables.h"

#include <QRegularExpression>

#include <algorithm>

namespace warroom::panels {

namespace {

/// "1m", "90s", "250ms": in the largest unit that it is whole in.
QString duration(Milliseconds length)
{
    const std::pair<qint64, const char*> units[] = {{86'400'000, "d"}, {3'600'000, "h"}, {60'000, "m"}, {1'000, "s"}};
    for (const auto& [milliseconds, unit] : units) {
        if (length.count() > 0 && length.count() % milliseconds == 0)
            return QString::number(length.count() / milliseconds) + QLatin1String(unit);
    }
    return QString::number(length.count()) + QLatin1String("ms");
}

} // namespace

Variables::Variables(const Times& times)
{
    const auto own = [this](const char* name, const QString& value) {
        m_known.insert(QLatin1String(name), {.values = {value}});
    };
    own("__rate_interval", duration(std::max(4 * times.scrape, times.step + times.scrape)));
    own("__rate_interval_ms", QString::number(std::max(4 * times.scrape, times.step + times.scrape).count()));
    own("__interval", duration(times.step));
    own("__interval_ms", QString::number(times.step.count()));
    own("__range", duration(times.range));
    own("__range_s", QString::number(times.range.count() / 1000));
    own("__range_ms", QString::number(times.range.count()));
}

Variable Variables::find(const QString& name) const { return m_known.value(name); }

std::optional<Reference> referenceIn(const QString& text, qsizetype from)
{
    static const QRegularExpression form(
        QStringLiteral("\\$\\{([A-Za-z_]\\w*)[^{}\\s]*\\}|\\[\\[([A-Za-z_]\\w*)(?::\\w+)?\\]\\]|\\$([A-Za-z_]\\w*)"));
    const QRegularExpressionMatch found = form.match(text, from);
    if (!found.hasMatch())
        return {};
    return Reference{
        found.capturedStart(), found.capturedLength(), found.captured(1) + found.captured(2) + found.captured(3)};
}

} // namespace warroom::panels
