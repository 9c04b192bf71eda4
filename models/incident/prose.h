// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/event.h"

namespace warroom::incident {

/// Helper for std::visit with one lambda a case.
template<typename... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};
template<typename... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

/// The text that people wrote and may amend; null where the body has none.
QString* prose(Body& body);
const QString* prose(const Body& body);

/// What people wrote beside that, each under its key on disk: a handle, a priority. Empty as a rule.
using NamedProse = std::pair<const char*, QString*>;
std::vector<NamedProse> furtherProse(Body& body);
std::vector<std::pair<const char*, const QString*>> furtherProse(const Body& body);

/// Empties everything in the body that redaction empties.
void clearProse(Body& body);

/// Entries about other entries, people and the playbook: kept, but no row of the timeline.
bool bookkeeping(const Body& body);

/// Valid UTF-16 without lone surrogates, U+0000 and control characters other than line break and tab; CR and CRLF
/// become LF. What it takes away would be stored changed, or would hide the rest of the text from SQLite.
QString cleaned(const QString& text);

} // namespace warroom::incident
