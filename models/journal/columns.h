// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/event.h"

#include <QSqlQuery>
#include <QVariantList>

namespace warroom::journal {

/// The columns of an entry in the order in which rowOf() binds and eventFrom() reads them.
QString entryColumns();
/// The same for eventFrom() only, quicker: text as the bytes that are stored, which Qt does not take to UTF-16.
QString entryBytes();
/// Of those what a state is folded from, for eventToFold(): no origin, no chain of hashes.
QString bytesToFold();
inline constexpr int entryColumnCount = 16;
QString entryPlaceholders();

QVariantList rowOf(const incident::Envelope& envelope);
/// Reads the columns from `first` on.
incident::Envelope envelopeFrom(const QSqlQuery& row, int first = 0);
/// Reads the columns from `first` on. Never fails: what cannot be read becomes Unknown.
incident::Event eventFrom(const QSqlQuery& row, int first = 0);
/// Reads bytesToFold() from `first` on. Of its envelope stays what a fold looks at, since a window keeps every entry of
/// an incident: no bytes of what has become the body.
incident::Event eventToFold(const QSqlQuery& row, int first, IncidentId incident);

} // namespace warroom::journal
