// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QWidget;

namespace warroom::app {

/// "1600x1000"; null when it is none, or smaller than that.
QSize sizeFrom(const QString& text, QSize least);

/// Writes what the widget looks like; the exit status.
int savePicture(QWidget& widget, const QString& file);

} // namespace warroom::app
