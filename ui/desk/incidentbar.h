// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/keytable.h"
#include "incident/clocks.h"
#include "incident/state.h"
#include "playbook/playbook.h"
#include "style/button.h"
#include "style/theme.h"

#include <QWidget>

namespace warroom::style {
class PlainLabel;
}

namespace warroom::desk {

class ClockBlock;
class SeverityBadge;
class StatusPath;

/// How bad, what, in which state, since when, and when to speak next.
class IncidentBar : public QWidget
{
    Q_OBJECT

public:
    IncidentBar(const style::Theme& theme, QWidget* parent);

    /// Also once a second, for the clocks.
    void show(const incident::IncidentState& state, const playbook::Playbook& playbook, Instant now);

Q_SIGNALS:
    /// Something in it was clicked that can be set.
    void asked(warroom::desk::Act act);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSend();
    void showElapsed(const incident::IncidentState& state, Instant now);
    void showUpdate(const incident::IncidentState& state, Instant now);
    void showTarget(const incident::IncidentState& state, Instant now);

    style::Theme m_theme;
    QColor m_severity;
    SeverityBadge* m_badge;
    style::PlainLabel* m_title;
    StatusPath* m_path;
    ClockBlock* m_elapsed;
    ClockBlock* m_update;
    ClockBlock* m_target;
    style::Button* m_send;
    bool m_runs = false; ///< Updates are due, or may be.
};

} // namespace warroom::desk
