// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/desktoplook.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>

namespace warroom::style {

namespace {

constexpr int patience = 250; ///< Milliseconds; the window waits for it.
constexpr QLatin1StringView service("org.freedesktop.portal.Desktop");
constexpr QLatin1StringView path("/org/freedesktop/portal/desktop");
constexpr QLatin1StringView settings("org.freedesktop.portal.Settings");
constexpr QLatin1StringView appearance("org.freedesktop.appearance");
constexpr QLatin1StringView colourScheme("color-scheme");

/// Asking for a bus where there is none would start one.
bool hasBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

/// The portal's Read wraps its answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = qvariant_cast<QDBusVariant>(value).variant();
    return value;
}

} // namespace

DesktopLook::DesktopLook(QObject* parent) : QObject(parent)
{
    if (hasBus())
        start(QDBusConnection::sessionBus());
}

DesktopLook::DesktopLook(const QDBusConnection& bus, QObject* parent) : QObject(parent) { start(bus); }

void DesktopLook::start(QDBusConnection bus)
{
    if (!bus.isConnected())
        return;
    // Qt D-Bus finds the slot by the names of its types, and knows this one by name only from here on.
    qRegisterMetaType<QDBusVariant>("QDBusVariant");
    bus.connect(service, path, settings, QStringLiteral("SettingChanged"), this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    question << appearance << colourScheme;
    const QDBusMessage answer = bus.call(question, QDBus::Block, patience);
    if (answer.type() == QDBusMessage::ReplyMessage) {
        take(answer.arguments().value(0));
    } else if (QDBusError(answer).type() == QDBusError::NoReply || QDBusError(answer).type() == QDBusError::Timeout) {
        // The portal may just be starting.
        auto* later = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
        connect(later, &QDBusPendingCallWatcher::finished, this, [this, later] {
            if (later->isValid() && !later->isError())
                take(later->reply().arguments().value(0));
            later->deleteLater();
        });
    }
}

void DesktopLook::settingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == appearance && key == colourScheme)
        take(value.variant());
}

void DesktopLook::take(const QVariant& value)
{
    const uint said = unwrapped(value).toUInt();
    const Preference preference = said == 1 ? Preference::Dark : said == 2 ? Preference::Light : Preference::None;
    if (preference == m_preference)
        return;
    m_preference = preference;
    Q_EMIT changed();
}

} // namespace warroom::style
