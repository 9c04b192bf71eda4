// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/draft.h"

namespace warroom::capture {

/// What the head of a line says it is.
struct Head {
    enum class Sort { Kind, Verb, Unknown };
    Sort sort = Sort::Kind;
    QString word; ///< The verb or the unknown word.
};

/// Reads times, a kind or a verb, and persons from the left and leaves the cursor at what follows: the text, or what a
/// verb reads by its own form. Each is read once and in any order; what comes a second time is text already. The
/// person is who said it, and the owner of an action; before and behind the sign of an action one each is read, and
/// then the first said that the second should ("@alice + @dave drain prod-3").
Head readHead(Draft& draft);

} // namespace warroom::capture
