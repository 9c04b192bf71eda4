// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "incident/state.h"

#include <QString>

#include <optional>
#include <vector>

class QKeyEvent;

namespace warroom::timeline {

/// What can be done with a row of the timeline.
enum class RowAct { Open, Pin, Sensitive, Amend, Time, FollowUp, TakeBack, Redact };

namespace rowacts {

/// In the order of the menu.
std::vector<RowAct> all();
/// The act that the key means; none: it is no such key.
std::optional<RowAct> of(const QKeyEvent& event);
/// The key as it stands on the keyboard.
QString key(RowAct act);
/// What it does to this entry: "Pin", or "Unpin".
QString name(RowAct act, const incident::Entry& entry);
/// Why it is not possible; none: it is.
std::optional<ErrorCode> refusal(RowAct act, const incident::Entry& entry);

} // namespace rowacts

} // namespace warroom::timeline
