// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::runbook {

/// A heading, or a bold paragraph that acts as one, with what stands below it. The blocks outlive it.
struct Section {
    QString title; ///< Empty for the document itself.
    int line = 1;
    int level = 0; ///< Bold paragraphs come below all headings, and those that are to choose from below the others.
    std::vector<const Block*> blocks; ///< Above the first section in it.
    std::vector<Section> sections;

    bool isLabel() const;
    /// Everything below it, in the order of the document.
    std::vector<const Block*> allBlocks() const;
};

Section sectionsOf(const std::vector<Block>& blocks);

} // namespace warroom::runbook
