// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

#include <QByteArray>

namespace warroom::runbook {

/// A runbook as it is kept with an incident: JSON with all of its steps and texts, so that it stays what it was,
/// whatever becomes of its file and of the reader.
QByteArray frozen(const Runbook& runbook);

/// None where the bytes are no frozen runbook. What is missing in one is empty.
std::optional<Runbook> thawed(const QByteArray& bytes);

} // namespace warroom::runbook
