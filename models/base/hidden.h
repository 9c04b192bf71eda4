// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom {

/// Any control character but line break and tab; a terminal would obey it.
bool isControl(char32_t c);

/// Whether the character is not seen itself but may hide, break or reorder what stands around it: controls other than
/// line break and tab, directional marks, line separators, invisible format characters. The zero-width joiner and
/// non-joiner are none of them: emoji and several scripts are misspelt without.
bool isHidden(char32_t c);

/// "U+202E".
QString codePoint(char32_t c);

/// What is shown in place of a hidden character, "␛" or "[U+202E]"; empty for any other.
QString standIn(char32_t c);

/// The text with every hidden character in sight. A lone surrogate becomes U+FFFD.
QString visible(const QString& text);

} // namespace warroom
