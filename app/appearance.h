// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/desktoplook.h"
#include "style/theme.h"

namespace warroom::app {

/// Dark or light: what was asked for on the command line, else what somebody chose before, else what the desktop
/// prefers.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// "auto", "dark" or "light"; none for everything else.
    static std::optional<style::Look> lookOf(const QString& word);

    explicit Appearance(std::optional<style::Look> asked);

    style::Theme theme() const;
    /// From now on, and in windows opened later.
    void choose(style::Look look);

Q_SIGNALS:
    void changed(const warroom::style::Theme& theme);

private:
    style::Look m_look;
    style::DesktopLook m_desktop;
};

} // namespace warroom::app
