// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbook.h"

namespace warroom::words {

/// The first duties of the role as a part of a sentence: "declare incident severity, coordinate response team, …".
/// Empty where the playbook names none.
QString duties(const playbook::Role& role, int atMost);

} // namespace warroom::words
