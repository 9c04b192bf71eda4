// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom::app {

/// Keeps what Qt says while it starts. Where it gives up, it would go on to abort; that is one line and a status here.
void whileStarting(QtMsgType type, const QMessageLogContext& context, const QString& text);

} // namespace warroom::app
