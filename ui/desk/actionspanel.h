// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "desk/panel.h"

namespace warroom::views {
class ActionsModel;
} // namespace warroom::views

namespace warroom::desk {

class ActionDelegate;

/// Actions and follow-ups, and how long the timers still run.
class ActionsPanel : public Panel
{
    Q_OBJECT

public:
    ActionsPanel(const style::Theme& theme, views::ActionsModel* model, QWidget* parent);

    /// Once a second, and where the actions changed. Paints anew what ticks, and moves nothing.
    void showClocks(Instant now);

private:
    ActionDelegate* m_delegate;
};

} // namespace warroom::desk
