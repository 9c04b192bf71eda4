// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "playbook/playbook.h"

#include <QByteArray>
#include <QString>

namespace warroom::playbook {

/// Limits against files that are no playbook: bytes, nesting, items in one list or map, characters in one text.
inline constexpr int maxBytes = 1 << 20;
inline constexpr int maxDepth = 12;
inline constexpr int maxItems = 2000;
inline constexpr int maxText = 20000;

/// Reads a playbook from YAML. The error is BadPlaybook with detail "fileName:line:column: what is wrong", the first
/// one found. Unknown and duplicate keys, wrong types and references to nothing are errors, not warnings.
Result<Playbook> load(const QByteArray& yaml, const QString& fileName);

} // namespace warroom::playbook
