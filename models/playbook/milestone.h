// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace warroom::playbook {

/// The moments an incident is measured by. Separate facts; no two of them are ever merged into one "duration".
enum class Milestone { ImpactStarted, Detected, Declared, Acknowledged, Mitigated, Resolved, Closed };

inline constexpr std::array allMilestones{Milestone::ImpactStarted, Milestone::Detected, Milestone::Declared,
    Milestone::Acknowledged, Milestone::Mitigated, Milestone::Resolved, Milestone::Closed};

/// The word on disk and in playbooks: "impact_started", "detected", ...; permanent.
QString word(Milestone milestone);
std::optional<Milestone> milestoneFromWord(const QString& word);

} // namespace warroom::playbook
