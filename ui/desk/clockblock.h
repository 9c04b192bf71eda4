// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/clocks.h"
#include "style/theme.h"

#include <QWidget>

namespace warroom::style {
class ClockDigits;
class PlainLabel;
} // namespace warroom::style

namespace warroom::desk {

/// One clock of the incident bar: its name, with a sign and a word where it is urgent, the digits, and what it counts.
class ClockBlock : public QWidget
{
    Q_OBJECT

public:
    ClockBlock(const QString& name, const style::Theme& theme, QWidget* parent);

    /// Keeps room for these and for the loudest sign, so that a deadline which passes moves nothing beside it.
    void reserve(const QString& digits, const QString& below);
    /// Less air beside it, for a narrow window.
    void setTight(bool tight);
    void show(const QString& digits, const QString& below, incident::Urgency urgency = incident::Urgency::None);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
    style::PlainLabel* m_name;
    style::PlainLabel* m_sign;
    style::PlainLabel* m_word;
    style::ClockDigits* m_digits;
    style::PlainLabel* m_below;
    std::optional<incident::Urgency> m_urgency;
    bool m_tight = false;
};

} // namespace warroom::desk
