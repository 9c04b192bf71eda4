// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/keytable.h"
#include "desk/metricstrip.h"
#include "session/board.h"
#include "session/session.h"
#include "style/theme.h"

#include <QStackedWidget>

#include <functional>

namespace warroom::desk {

class DeskLayout;
class IncidentPage;
class Sheet;

/// Opens a session about an incident, or about the one that will be declared.
using OpenSession = std::function<Result<std::unique_ptr<session::Session>>(const std::optional<IncidentId>&)>;

/// One page for each incident that was looked at, so that what is typed and not saved yet stays where it is; the
/// start page is the one without an incident.
class Pages : public QStackedWidget
{
    Q_OBJECT

public:
    /// Board, layout and meters outlive the pages.
    Pages(OpenSession openSession, session::Board& board, DeskLayout& layout, const Meters& meters,
        const style::Theme& theme, QWidget* parent);
    ~Pages() override;

    /// Shows the incident, none: the start page. The one in view stays where it cannot be opened.
    Result<void> show(const std::optional<IncidentId>& incident);
    IncidentPage& current() const;
    /// Every page in other colours; what is typed in their lines stays.
    void makeAnew(const style::Theme& theme);
    /// The page that a declaration goes to.
    Result<IncidentPage*> undeclared();

Q_SIGNALS:
    /// The page in view is another one, or what it shows.
    void stateShown();
    void saveStateShown();
    void reachShown();
    void asked(warroom::desk::Act act);
    void incidentAsked(warroom::IncidentId incident);
    void entryAsked(warroom::IncidentId incident, warroom::EntryId entry);
    void sheetAsked(warroom::desk::Sheet* sheet);

private:
    struct Open {
        std::unique_ptr<session::Session> session;
        IncidentPage* page;
    };

    Result<IncidentPage*> pageOf(const std::optional<IncidentId>& incident);
    IncidentPage* add(std::unique_ptr<session::Session> session);
    IncidentPage* makePage(session::Session& session);

    OpenSession m_openSession;
    session::Board& m_board;
    DeskLayout& m_layout;
    Meters m_meters;
    style::Theme m_theme;
    std::vector<Open> m_open;
};

} // namespace warroom::desk
