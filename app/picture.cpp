// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture.h"

#include "output.h"

#include <QPixmap>
#include <QStringList>
#include <QWidget>

namespace warroom::app {

QSize sizeFrom(const QString& text, QSize least)
{
    constexpr int most = 16384;
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    const bool fits = size.expandedTo(least) == size && size.boundedTo({most, most}) == size;
    return parts.size() == 2 && fits ? size : QSize();
}

int savePicture(QWidget& widget, const QString& file)
{
    return widget.grab().save(file) ? exitOk : complain({ErrorCode::FileUnwritable, file});
}

} // namespace warroom::app
