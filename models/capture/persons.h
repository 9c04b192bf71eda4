// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"

namespace warroom::capture {

/// Somebody as typed: @alice or @"Alice Chen".
struct TypedPerson {
    QString name;
    bool quoted = false;
    qsizetype length = 0; ///< Of the whole word, with the @ and the quotes.
};

/// The person that the text begins with, if the whole word up to the next space is one.
std::optional<TypedPerson> typedPerson(const QString& text);

/// Who that is. No person: one of the candidates, which of them has to be said.
struct FoundPerson {
    std::optional<incident::PersonRef> person;
    bool isNew = false;
    std::vector<QString> candidates; ///< As typed after the @.
};
FoundPerson findPerson(const TypedPerson& typed, const Situation& situation);

} // namespace warroom::capture
