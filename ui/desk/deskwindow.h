// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "session/session.h"
#include "style/theme.h"

#include <QPointer>
#include <QWidget>

namespace warroom::desk {

class IncidentPage;
class Sheet;
class StatusLine;

/// The commander's window: an incident, the forms over it, and the line that says what is on disk.
class DeskWindow : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the window.
    DeskWindow(session::Session& session, const Clock& clock, const style::Theme& theme, QWidget* parent = nullptr);

    void showDeclare();
    void showUpdate();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectSession();
    void connectKeys();
    void showState();
    void showSaveState();
    void showClocks(Instant now);
    void showTitle();
    void open(Sheet* sheet);
    void focusAgain();

    session::Session& m_session;
    const Clock& m_clock;
    style::Theme m_theme;
    IncidentPage* m_page;
    StatusLine* m_status;
    QPointer<Sheet> m_sheet;
};

} // namespace warroom::desk
