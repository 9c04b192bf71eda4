// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts.h"

#include <QSettings>

namespace warroom::app {

using ::warroom::desk::Layout;

namespace {

QString keyOf(QSize screen, const char* what)
{
    return QStringLiteral("layout/%1x%2/%3").arg(screen.width()).arg(screen.height()).arg(QLatin1String(what));
}

QString sideWidthOf(QSize screen) { return keyOf(screen, "sideWidth"); }
QString sideShownOf(QSize screen) { return keyOf(screen, "sideShown"); }

} // namespace

Layout Layouts::layout(QSize screen) const
{
    const QSettings settings;
    Layout layout;
    bool isNumber = false;
    const int width = settings.value(sideWidthOf(screen)).toInt(&isNumber);
    if (isNumber && width >= Layout::narrowest && width <= Layout::widest)
        layout.sideWidth = width;
    layout.sideShown = settings.value(sideShownOf(screen)).toString() != QLatin1String("false");
    return layout;
}

void Layouts::keep(QSize screen, const Layout& layout)
{
    QSettings settings;
    settings.setValue(sideWidthOf(screen), layout.sideWidth);
    settings.setValue(sideShownOf(screen), layout.sideShown);
}

} // namespace warroom::app
