// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/milestone.h"

#include <algorithm>

namespace warroom::playbook {

QString word(Milestone milestone)
{
    switch (milestone) {
    case Milestone::ImpactStarted:
        return QStringLiteral("impact_started");
    case Milestone::Detected:
        return QStringLiteral("detected");
    case Milestone::Declared:
        return QStringLiteral("declared");
    case Milestone::Acknowledged:
        return QStringLiteral("acknowledged");
    case Milestone::Mitigated:
        return QStringLiteral("mitigated");
    case Milestone::Resolved:
        return QStringLiteral("resolved");
    case Milestone::Closed:
        return QStringLiteral("closed");
    }
    Q_UNREACHABLE();
}

std::optional<Milestone> milestoneFromWord(const QString& text)
{
    const auto found = std::ranges::find(allMilestones, text, word);
    return found == allMilestones.end() ? std::nullopt : std::optional(*found);
}

} // namespace warroom::playbook
