// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/decide.h"

#include "incident/rules.h"

namespace warroom::incident {

Result<std::vector<Draft>> decide(const IncidentState& state, const Submission& submission, Instant now)
{
    return Decision(state, submission, now).make();
}

bool sameDecision(const std::vector<Draft>& a, const std::vector<Draft>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Draft& x, const Draft& y) {
        return x.body == y.body && x.actor == y.actor && x.by == y.by && x.occurredAt == y.occurredAt;
    });
}

} // namespace warroom::incident
