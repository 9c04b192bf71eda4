// SPDX-License-Identifier: GPL-3.0-or-later
#include "appearance.h"

#include <QSettings>

namespace warroom::app {

using style::DesktopLook;
using style::Look;

namespace {

constexpr QLatin1StringView setting("theme");

QString wordOf(Look look)
{
    switch (look) {
    case Look::Desktop:
        return QStringLiteral("auto");
    case Look::Dark:
        return QStringLiteral("dark");
    case Look::Light:
        return QStringLiteral("light");
    }
    return {};
}

} // namespace

std::optional<Look> Appearance::lookOf(const QString& word)
{
    for (const Look look : {Look::Desktop, Look::Dark, Look::Light}) {
        if (word == wordOf(look))
            return look;
    }
    return std::nullopt;
}

Appearance::Appearance(std::optional<Look> asked)
    : m_look(asked.value_or(lookOf(QSettings().value(setting).toString()).value_or(Look::Desktop)))
{
    connect(&m_desktop, &DesktopLook::changed, this, [this] {
        if (m_look == Look::Desktop)
            Q_EMIT changed(theme());
    });
}

style::Theme Appearance::theme() const
{
    const bool light =
        m_look == Look::Light || (m_look == Look::Desktop && m_desktop.preference() == DesktopLook::Preference::Light);
    return light ? style::Theme::light() : style::Theme::dark();
}

void Appearance::choose(Look look)
{
    m_look = look;
    QSettings().setValue(setting, wordOf(look));
    Q_EMIT changed(theme());
}

} // namespace warroom::app
