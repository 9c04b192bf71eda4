// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/command.h"

#include <QJsonObject>

namespace warroom::incident {

/// An act on its way to a log that cannot take it yet. What is in the log has its own form (codec.h), which is for
/// ever; this one lives until the act is in.
QJsonObject toJson(const Submission& submission);

/// None where it is not whole, or was written by a Warroom that says it otherwise.
std::optional<Submission> submissionFromJson(const QJsonObject& object);

} // namespace warroom::incident
