// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::runbook {

/// What the words of a heading say about what stands below it.

/// "Investigation (5 min)", "Initial response (0-15 minutes)": how long it may take.
std::optional<std::chrono::seconds> timeBoxIn(const QString& text);

/// "Step 2: Restart", "2. Restart"; not "3.2 Restart", which is the number of a section.
std::optional<int> stepNumber(const QString& title);
QString withoutStepNumber(const QString& title);

/// "Case 1: …", "Option B: …", "Category 2: …": one of several to choose from.
bool isBranch(const QString& title);
/// "If the memory is high", "For timeout errors": to choose from where there are several.
bool isCondition(const QString& title);

Purpose purposeOf(const QString& title);
/// Looks for what is wrong, or whether it is right again, instead of mending it.
bool isDiagnosis(const QString& title);
/// One of the headings that the runbooks of most teams have: meaning, symptoms, diagnosis, mitigation.
bool isUsual(const QString& title);
/// Of those, one that mends.
bool isSolution(const QString& title);

/// "Runbook: Disk full", "Playbook 2: High error rate", "RB-007 Full outage".
bool namesRunbook(const QString& title);
/// "Runbooks", "Recovery procedures": the headings below it are runbooks.
bool namesRunbooks(const QString& title);

/// How links to it are written: "Disk is full!" is "disk-is-full".
QString anchorOf(const QString& title);

} // namespace warroom::runbook
