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
QString stepsWidthOf(QSize screen) { return keyOf(screen, "stepsWidth"); }

/// Zero where none was kept, or none that makes sense.
int widthIn(const QSettings& settings, const QString& key)
{
    const int width = settings.value(key).toInt();
    return width >= Layout::narrowest && width <= Layout::widest ? width : 0;
}

} // namespace

Layout Layouts::layout(QSize screen) const
{
    const QSettings settings;
    Layout layout;
    if (const int width = widthIn(settings, sideWidthOf(screen)))
        layout.sideWidth = width;
    layout.stepsWidth = widthIn(settings, stepsWidthOf(screen));
    layout.sideShown = settings.value(sideShownOf(screen)).toString() != QLatin1String("false");
    return layout;
}

void Layouts::keep(QSize screen, const Layout& layout)
{
    QSettings settings;
    settings.setValue(sideWidthOf(screen), layout.sideWidth);
    settings.setValue(sideShownOf(screen), layout.sideShown);
    settings.setValue(stepsWidthOf(screen), layout.stepsWidth);
}

} // namespace warroom::app
