// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace warroom::style {

/// Whether the desktop prefers dark windows or light ones, as its portal says (org.freedesktop.appearance). Where
/// there is no bus or no portal, nothing is preferred.
class DesktopLook : public QObject
{
    Q_OBJECT

public:
    enum class Preference { None, Dark, Light };

    /// Asks on the session's bus, where there is one, and waits a quarter of a second at most; a later answer is a
    /// change.
    explicit DesktopLook(QObject* parent = nullptr);
    DesktopLook(const QDBusConnection& bus, QObject* parent);

    Preference preference() const { return m_preference; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void start(QDBusConnection bus);
    void take(const QVariant& value);

    Preference m_preference = Preference::None;
};

} // namespace warroom::style
