// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "capture/reading.h"
#include "session/session.h"
#include "style/theme.h"

#include <QWidget>

namespace warroom::desk {

class IncidentBar;
class StatusLine;
class TimelineCard;

/// The commander's window: one incident, and the line to say what happens in it.
class DeskWindow : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the window.
    DeskWindow(session::Session& session, const Clock& clock, const style::Theme& theme, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectSession();
    void takeLeftovers();
    void connectKeys();
    void showState();
    void showSaveState();
    void showClocks(Instant now);
    void showTitle();
    QTimeZone zone() const;
    QString me() const;
    capture::Situation situation() const;

    session::Session& m_session;
    const Clock& m_clock;
    style::Theme m_theme;
    IncidentBar* m_bar;
    TimelineCard* m_card;
    StatusLine* m_status;
};

} // namespace warroom::desk
