// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "style/theme.h"

#include <QWidget>

namespace warroom::style {
class PlainLabel;
} // namespace warroom::style

namespace warroom::desk {

/// Says that the clock of this machine is behind what was logged, as long as it is.
class ClockBanner : public QWidget
{
    Q_OBJECT

public:
    ClockBanner(const style::Theme& theme, QWidget* parent);

    /// `latest`: when the last entry was logged, by the clock of whoever did. `zone`: the incident's.
    void show(Instant wall, Instant latest, const QTimeZone& zone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
    style::PlainLabel* m_text;
};

} // namespace warroom::desk
