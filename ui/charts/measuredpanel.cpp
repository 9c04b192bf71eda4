// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/measuredpanel.h"

#include "words/refusal.h"

namespace warroom::charts {

namespace {

Condition conditionOf(const metrics::Measured& measured, Milliseconds age)
{
    const auto code = measured.failure ? std::optional(measured.failure->code) : std::nullopt;
    if (code == ErrorCode::SourceUnreachable || code == ErrorCode::SourceSlow)
        return Condition::Unreachable;
    if (code)
        return Condition::Failed;
    if (!measured.answer)
        return Condition::Waiting;
    return age > staleAfter ? Condition::Stale : Condition::Current;
}

} // namespace

Panel measuredPanel(const metrics::Panel& asked, const metrics::Measured& measured, Instant now)
{
    Panel shown;
    shown.title = asked.title;
    shown.unit = asked.unit;
    shown.thresholds = asked.thresholds;
    if (measured.answer)
        shown.series = {measured.answer, &measured.answer->series};
    shown.range = measured.range;
    shown.age = measured.answer ? now - measured.answeredAt : Milliseconds(0);
    shown.condition = conditionOf(measured, shown.age);
    if (measured.failure)
        shown.words = words::refusal(*measured.failure);
    return shown;
}

} // namespace warroom::charts
