// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "desk/pages.h"
#include "style/theme.h"

#include <QPointer>
#include <QWidget>

namespace warroom::desk {

class IncidentPage;
class IncidentTabs;
class Sheet;
class StatusLine;

/// The commander's window: an incident, the forms over it, and the line that says what is on disk.
class DeskWindow : public QWidget
{
    Q_OBJECT

public:
    /// Board and clock outlive the window. showIncident() comes before it is shown.
    DeskWindow(OpenSession openSession, session::Board& board, const Clock& clock, const style::Theme& theme,
        QWidget* parent = nullptr);
    ~DeskWindow() override;

    /// Another incident comes into view; none: the start page. The error is why it cannot.
    Result<void> showIncident(const std::optional<IncidentId>& incident);
    void showDeclare();
    void showUpdate();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectPages();
    void connectKeys();
    void showState();
    void showSaveState();
    void showClocks(Instant now);
    void showTitle();
    void askIncident(const std::optional<IncidentId>& incident);
    void open(Sheet* sheet);
    void focusAgain();

    const session::Session& session() const;
    IncidentPage& page() const;

    const Clock& m_clock;
    style::Theme m_theme;
    IncidentTabs* m_tabs;
    Pages* m_pages;
    StatusLine* m_status;
    QPointer<Sheet> m_sheet;
};

} // namespace warroom::desk
