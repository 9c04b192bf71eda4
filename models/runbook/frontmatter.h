// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

namespace warroom::runbook {

/// How many lines at the beginning are keys and values between two fences of hyphens (or plus signs); 0 without any.
qsizetype frontMatterLines(const std::vector<QStringView>& lines);

/// What those lines say, and where they are silent on the date what a line such as "Last Updated: 2026-02-02" does.
FrontMatter readFrontMatter(const std::vector<QStringView>& lines);

} // namespace warroom::runbook
