// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/contents.h"

namespace warroom::panels {

/// The `panels:` of a playbook, ready to be put into one: an item for each expression, each with a title of its own.
QString section(const std::vector<Panel>& panels);

} // namespace warroom::panels
