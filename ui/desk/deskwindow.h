// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "desk/pages.h"
#include "session/caretaker.h"
#include "style/theme.h"

#include <QWidget>

#include <optional>

namespace warroom::desk {

enum class Act;
class ClockBanner;
class Commands;
class DeskLayout;
class IncidentPage;
class IncidentTabs;
class LayoutStore;
class LogBanner;
class RunbookShelf;
class Sheet;
class SheetStack;
class StatusLine;
class UpdateSheet;

/// The commander's window: an incident, the forms over it, and the line that says what is on disk.
class DeskWindow : public QWidget
{
    Q_OBJECT

public:
    /// What the window works with; all of it outlives the window.
    struct Ports {
        session::PlaybookShelf& playbooks;
        const RunbookShelf& runbooks;
        session::Board& board;
        const Clock& clock;
        LayoutStore& layouts;
        const std::vector<playbook::MetricSource>& sources; ///< Of this machine; asked before those of a playbook.
        recorder::Recorder& recorder;
    };

    /// showIncident() comes before it is shown.
    DeskWindow(OpenSession openSession, const Ports& ports, const style::Theme& theme, QWidget* parent = nullptr);
    ~DeskWindow() override;

    /// Another incident comes into view; none: the start page. The error is why it cannot.
    Result<void> showIncident(const std::optional<IncidentId>& incident);
    /// Everything in the window is made anew in these colours, as soon as no form is open: widgets take their colours
    /// when they are made. What is being typed in the line stays.
    void setTheme(const style::Theme& theme);
    /// As its key does.
    void perform(Act act);
    /// What looking after the log has found.
    void showLog(const session::Damage& damage, const std::optional<Error>& copyProblem);

Q_SIGNALS:
    void lookChosen(warroom::style::Look look);
    /// Of a log that can only be read, or is damaged.
    void wayOutAsked();
    void shown();
    void themeSet();

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectPages();
    void connectTabs();
    void connectLog();
    void takeTheme();
    void bindCommands();
    void bindIncidentCommands();
    void bindEnd();
    void bindIncidents();
    void showState();
    void showSaveState();
    void showReach();
    void showClocks(Instant wall);
    Instant latestLogged() const;
    void showTitle();
    void askIncident(const std::optional<IncidentId>& incident);
    void acknowledge();
    UpdateSheet* openUpdate();
    void sayNoChange();
    void reopen();
    void declare();
    Sheet* makeExport();
    Sheet* makePalette();
    /// To the line, whatever lies over it.
    void focusLine();
    void tellKept();
    void placeSheets();
    void tellFound();
    /// What is kept in forms that belong to another look.
    void keepInLine();
    QString whyNoSide() const;

    const session::Session& session() const;
    IncidentPage& page() const;

    session::PlaybookShelf& m_shelf;
    const RunbookShelf& m_runbooks;
    session::Board& m_board;
    const Clock& m_clock;
    style::Theme m_theme;
    std::optional<style::Theme> m_nextTheme;
    DeskLayout* m_layout;
    IncidentTabs* m_tabs;
    session::Damage m_damage;
    std::optional<Error> m_copyProblem;
    LogBanner* m_log;
    ClockBanner* m_behind;
    Pages* m_pages;
    StatusLine* m_status;
    Commands* m_commands;
    SheetStack* m_sheets;
};

} // namespace warroom::desk
