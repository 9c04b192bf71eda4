// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"
#include "style/theme.h"

class QTextCursor;

namespace warroom::steps {

/// Writes blocks of a runbook as text with looks: built piece by piece, so that nothing in it is ever read as markup.
/// Of an image stands what it shows. Control and directional characters are made visible.
void writeBlocks(QTextCursor& cursor, const std::vector<runbook::Block>& blocks, const style::Theme& theme);

} // namespace warroom::steps
