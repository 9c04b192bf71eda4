// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace warroom::desk {

/// How well what was typed fits these texts, the first of which is the name: every typed word begins one of them or a
/// word in one, stands in the name, or is made of beginnings of its words ("exp", "mort" and "epm" find "Export the
/// post-mortem"). Less is better; none: it does not fit. Case does not matter.
std::optional<int> misfit(const QString& typed, const QStringList& texts);

} // namespace warroom::desk
