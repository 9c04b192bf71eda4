// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"

#include <QObject>
#include <QTimer>

namespace warroom::desk {

/// Ticks when the clock's second changes, so that all clocks of a window, and of two windows side by side, step
/// together.
class SecondTicker : public QObject
{
    Q_OBJECT

public:
    SecondTicker(const Clock& clock, QObject* parent);

Q_SIGNALS:
    void ticked(warroom::Instant now);

private:
    void tick();
    void wait();

    const Clock& m_clock;
    QTimer m_timer;
};

} // namespace warroom::desk
