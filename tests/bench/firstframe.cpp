// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCryptographicHash>
#include <QEvent>
#include <QGenericPlugin>
#include <QImage>
#include <QListView>
#include <QPixmap>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace {

/// Of the timeline, which the time of day does not change.
QByteArray pictureOf(QWidget& window)
{
    for (QListView* list : window.findChildren<QListView*>()) {
        if (!list->isVisible() || !list->inherits("warroom::timeline::TimelineView"))
            continue;
        const QImage image = list->grab().toImage();
        const QByteArrayView pixels(image.constBits(), image.sizeInBytes());
        return QCryptographicHash::hash(pixels, QCryptographicHash::Sha256).toHex();
    }
    return "-";
}

/// Says on standard output when the first window has been painted, by the steady clock, and what it shows.
class FirstFrame : public QObject
{
public:
    FirstFrame() { qApp->installEventFilter(this); }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        auto* window = qobject_cast<QWidget*>(object);
        if (event->type() != QEvent::Paint || !window || !window->isWindow())
            return false;
        qApp->removeEventFilter(this);
        const auto tell = [window] {
            const auto now = std::chrono::steady_clock::now().time_since_epoch();
            const QByteArray picture = pictureOf(*window);
            std::printf("painted %lld %s\n",
                static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()),
                picture.constData());
            std::fflush(stdout);
        };
        // After the paint events of its children, which come with this one.
        QMetaObject::invokeMethod(window, tell, Qt::QueuedConnection);
        return false;
    }
};

} // namespace

/// Watches any program with windows from within: QT_QPA_GENERIC_PLUGINS=firstframe.
class FirstFramePlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "firstframe.json")

public:
    QObject* create(const QString&, const QString&) override { return new FirstFrame; }
};

#include "firstframe.moc"
