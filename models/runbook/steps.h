// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/section.h"

namespace warroom::runbook {

/// The steps that a heading carries, without those of the headings below it that carry steps of their own.
struct Carried {
    QString section; ///< The heading; of alternatives the one above them.
    int line = 0;
    Purpose purpose = Purpose::Action;
    Rule rule = Rule::None;
    std::vector<Step> steps;
};

/// Those of a section and of all in it, in the order of the document.
std::vector<Carried> stepsOf(const Section& section);

} // namespace warroom::runbook
