// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

#include <QMap>

namespace warroom::runbook {

/// The command with what its placeholders stand for; one without a value stays as it is written.
QString filled(const Command& command, const QMap<QString, QString>& values);

/// Its placeholders without a value, in their order.
QStringList unfilled(const Command& command, const QMap<QString, QString>& values);

/// Whether a placeholder is by its name for a key, token or password: such a value is never kept.
bool isSecret(const QString& placeholder);

} // namespace warroom::runbook
