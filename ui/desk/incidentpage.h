// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "desk/keytable.h"
#include "desk/metricstrip.h"
#include "runbook/document.h"
#include "session/board.h"
#include "session/session.h"
#include "style/theme.h"

#include <QDate>
#include <QHash>
#include <QPointer>
#include <QWidget>

#include <functional>

class QSplitter;

namespace warroom::timeline {
class TimelineCard;
} // namespace warroom::timeline

namespace warroom::views {
class ActionsModel;
class RolesModel;
} // namespace warroom::views

namespace warroom::desk {

class ActionsPanel;
class DeskLayout;
class IncidentBar;
class Panel;
class Sheet;
class StartPage;
class StepsPanel;

/// One incident: its bar, who does what, what happened, and the line.
class IncidentPage : public QWidget
{
    Q_OBJECT

public:
    /// Session, board and layout outlive the page.
    IncidentPage(session::Session& session, session::Board& board, DeskLayout& layout, const Meters& meters,
        const style::Theme& theme, QWidget* parent);

    session::Session& session() { return m_session; }
    timeline::TimelineCard& card() { return *m_card; }
    recorder::Recorder& recorder() { return m_recorder; }

    /// What earlier windows did not log comes into the line; once for each session.
    void takeLeftovers();
    void showClocks(Instant now);
    void focusLine();
    /// In the incident; on the start page in all of them.
    void search();
    /// Everything is in sight again.
    void leaveSearch();
    /// Line, panels, timeline, one after the other.
    void focusNextPanel();
    void focusRoles();
    /// Begins the line that gives the role away.
    void giveRole(const QString& role);
    /// Puts it into the line to be gone on with.
    void sayInLine(const QString& text);
    void takeUp(const incident::AttachRunbook& runbook);
    /// Marks the current step of the runbook in view as done; says why where there is none.
    void tickStep();
    /// What the panels show; empty where there are none.
    QString measured() const { return m_metrics->said(); }
    /// Logs it.
    void logMeasured();
    /// The runbook in view; null where there is none, or only its lines are left.
    const runbook::Runbook* runbookInView() const;
    /// Says where a link of a runbook leads, and opens it if that is wanted.
    void askLink(const QString& target);
    void releaseRole(const QString& role, PersonId holder);
    /// Of the servers that its panels are asked of.
    const std::vector<metrics::Reach>& reach() const { return m_metrics->reach(); }
    /// The facts that stay in sight whatever is opened; in pixels.
    int headHeight() const;
    /// False where the timeline needs all of the width.
    bool hasRoomForSide() const;

    QTimeZone zone() const;
    /// The name of whoever types here.
    QString me() const;
    capture::Situation situation() const;

    /// Says something that was not typed as a line; `line` is the line that would say it, shown while it is not saved
    /// and given back where it is refused.
    EntryId submit(
        const QString& line, const incident::Command& command, std::optional<Instant> occurredAt = std::nullopt);
    /// Once the act is on disk and shown; never where it was refused, or where the context is gone.
    void whenSaved(EntryId act, QObject* context, const std::function<void()>& run);

Q_SIGNALS:
    void reachChanged();
    /// A command of the window's, chosen with the mouse or as the next step of another.
    void asked(warroom::desk::Act act);
    void incidentAsked(warroom::IncidentId incident);
    void entryAsked(warroom::IncidentId incident, warroom::EntryId entry);
    /// A form to be shown over the desk.
    void sheetAsked(warroom::desk::Sheet* sheet);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    StartPage* makeStart();
    void build();
    void buildSide();
    void connectSession();
    void connectPanels();
    void connectRoles();
    void connectActions();
    void connectSteps();
    void showActions();
    void tellDuties(EntryId act);
    void showState();
    void showSide();
    void showSaveState();

    session::Session& m_session;
    session::Board& m_board;
    DeskLayout& m_layout;
    recorder::Recorder& m_recorder;
    style::Theme m_theme;
    views::RolesModel* m_rolesModel;
    views::ActionsModel* m_actionsModel;
    StartPage* m_start; ///< Null where the incident was declared before the page was made: nobody ever sees it then.
    IncidentBar* m_bar;
    QSplitter* m_columns;
    QWidget* m_side;
    Panel* m_roles;
    ActionsPanel* m_actions;
    StepsPanel* m_steps;
    MetricStrip* m_metrics;
    timeline::TimelineCard* m_card;
    QDate m_today; ///< In the incident's zone, as the actions are shown.
    struct Next {
        QPointer<QObject> context;
        std::function<void()> run;
    };
    QHash<EntryId, Next> m_whenSaved;
};

} // namespace warroom::desk
