// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

// A static library's resources are only there once somebody asks for them; the macro wants the global namespace.
static void initIcons() { Q_INIT_RESOURCE(icons); }

namespace warroom::style {

namespace {

QString pathOf(const QString& name)
{
    static const bool ready = (initIcons(), true);
    Q_UNUSED(ready)
    return QStringLiteral(":/warroom/icons/%1.svg").arg(name);
}

QPixmap render(const QString& path, int pixels)
{
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(path);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

QPixmap render(const QString& path, const QColor& colour, int pixels)
{
    QPixmap pixmap = render(path, pixels);
    QPainter painter(&pixmap);
    // The drawings are black; what they cover takes the colour.
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

/// Drawn at the size that is asked for, when it is: nobody waits for all the others at the start.
class ProgramIcon : public QIconEngine
{
public:
    void paint(QPainter* painter, const QRect& where, QIcon::Mode, QIcon::State) override
    {
        QSvgRenderer(pathOf(QStringLiteral("program"))).render(painter, where);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode, QIcon::State) override
    {
        return render(pathOf(QStringLiteral("program")), std::min(size.width(), size.height()));
    }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> sizes;
        for (const int pixels : {16, 24, 32, 48, 64, 128, 256})
            sizes += QSize(pixels, pixels);
        return sizes;
    }
    QIconEngine* clone() const override { return new ProgramIcon; }
};

} // namespace

bool hasIcon(const QString& name) { return QFile::exists(pathOf(name)); }

QPixmap icon(const QString& name, const QColor& colour, int size, qreal devicePixelRatio)
{
    const int pixels = int(std::lround(size * devicePixelRatio));
    const QString key = QStringLiteral("warroom/%1/%2/%3").arg(name, colour.name(QColor::HexArgb)).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(pathOf(hasIcon(name) ? name : QStringLiteral("unknown")), colour, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRectF& where, const QString& name, const QColor& colour, int size)
{
    const QPixmap pixmap = icon(name, colour, size, painter.device()->devicePixelRatioF());
    const qreal half = size / 2.0;
    painter.drawPixmap(QPointF(where.center().x() - half, where.center().y() - half), pixmap);
}

QIcon programIcon() { return QIcon(new ProgramIcon); }

} // namespace warroom::style
