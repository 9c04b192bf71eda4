// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/sentence.h"

#include <QString>

namespace warroom::words {

/// The text with everything in it that could hide or reorder other text made visible: control characters as their
/// symbols, directional and invisible ones by their code, piles of combining marks cut. Line breaks and tabs stay.
QString visible(const QString& text);

/// The same for a sentence; its ranges follow the text.
Sentence visible(const Sentence& sentence);

/// The first line of a text, and a sign where there are more.
QString firstLine(const QString& text);

/// At most so many characters of a text, and a sign where there are more.
QString shortened(const QString& text, qsizetype most);

} // namespace warroom::words
