// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/desktoplook.h"
#include "support/quiettest.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QThread>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using style::DesktopLook;
using Preference = DesktopLook::Preference;

/// What the desktop's portal says of it, with nothing behind it.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(uint scheme) : m_scheme(scheme) { }

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& key) const
    {
        const bool ours = group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(ours ? m_scheme : 7)));
    }

private:
    uint m_scheme;
};

/// The desktop is followed, on a bus of the test's own.
class DesktopLookTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPortalThatStartsLaterIsFollowed();
    void thePreferenceIsRead_data();
    void thePreferenceIsRead();
    void aChangeIsFollowed();
    void withoutAPortalNothingIsPreferred();
    void withoutABusNothingIsPreferred();

private:
    /// A portal on a connection and a thread of its own: the answer is waited for.
    void openPortal(uint scheme);
    void say(const QString& key, uint value);
    QDBusConnection connection(const QString& name) { return QDBusConnection::connectToBus(m_address, name); }

    QProcess m_daemon;
    QString m_address;
    QThread m_thread;
    std::unique_ptr<Portal> m_portal;
};

void DesktopLookTest::init()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
}

void DesktopLookTest::cleanup()
{
    for (const QString& name : {u"portal"_s, u"desk"_s})
        QDBusConnection::disconnectFromBus(name);
    m_thread.quit();
    m_thread.wait();
    m_portal.reset();
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void DesktopLookTest::openPortal(uint scheme)
{
    m_portal = std::make_unique<Portal>(scheme);
    m_portal->moveToThread(&m_thread);
    m_thread.start();
    QDBusConnection bus = connection(u"portal"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(), QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
}

void DesktopLookTest::say(const QString& key, uint value)
{
    QDBusMessage signal = QDBusMessage::createSignal(
        u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    signal << u"org.freedesktop.appearance"_s << key << QVariant::fromValue(QDBusVariant(value));
    QVERIFY(connection(u"portal"_s).send(signal));
}

/// The first of all: nothing in this process knows the types of the bus yet.
void DesktopLookTest::aPortalThatStartsLaterIsFollowed()
{
    const DesktopLook look(connection(u"desk"_s), nullptr);
    QSignalSpy changes(&look, &DesktopLook::changed);
    openPortal(2);
    say(u"color-scheme"_s, 2);
    QVERIFY(changes.wait());
    QCOMPARE(look.preference(), Preference::Light);
}

void DesktopLookTest::thePreferenceIsRead_data()
{
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<int>("preference");
    QTest::newRow("none") << 0U << int(Preference::None);
    QTest::newRow("dark") << 1U << int(Preference::Dark);
    QTest::newRow("light") << 2U << int(Preference::Light);
    QTest::newRow("one of later days") << 9U << int(Preference::None);
}

void DesktopLookTest::thePreferenceIsRead()
{
    QFETCH(uint, scheme);
    QFETCH(int, preference);
    openPortal(scheme);
    const DesktopLook look(connection(u"desk"_s), nullptr);
    QCOMPARE(int(look.preference()), preference);
}

void DesktopLookTest::aChangeIsFollowed()
{
    openPortal(1);
    const DesktopLook look(connection(u"desk"_s), nullptr);
    QSignalSpy changes(&look, &DesktopLook::changed);
    say(u"contrast"_s, 2);
    say(u"color-scheme"_s, 1);
    say(u"color-scheme"_s, 2);
    QVERIFY(changes.wait());
    QCOMPARE(look.preference(), Preference::Light);
    QCOMPARE(changes.size(), 1);
}

void DesktopLookTest::withoutAPortalNothingIsPreferred()
{
    const DesktopLook look(connection(u"desk"_s), nullptr);
    QCOMPARE(look.preference(), Preference::None);
}

void DesktopLookTest::withoutABusNothingIsPreferred()
{
    const DesktopLook look(QDBusConnection::connectToBus(u"unix:path=/nowhere"_s, u"desk"_s), nullptr);
    QCOMPARE(look.preference(), Preference::None);
}

QTEST_GUILESS_MAIN(DesktopLookTest)
#include "tst_desktoplook.moc"
