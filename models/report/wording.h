// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

#include <QString>

/// The words of the document where there is nothing to quote. Not translated: it is read outside, like its headings.
namespace warroom::report {

inline constexpr QLatin1StringView redactedMark("[redacted]");
inline constexpr QLatin1StringView unwritten("_Nobody has written this yet._"); ///< Markdown.

/// Plain text; never empty.
QString shownName(const incident::IncidentState& state, PersonId person);

/// Plain text, or that it was redacted.
QString written(const incident::IncidentState& state, const incident::Field<QString>& field);

} // namespace warroom::report
