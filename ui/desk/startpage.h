// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/board.h"
#include "style/theme.h"

#include <QWidget>

class QLayout;

namespace warroom::session {
class Session;
} // namespace warroom::session

namespace warroom::style {
class PlainLabel;
class TextField;
} // namespace warroom::style

namespace warroom::views {
class HitsModel;
class IncidentsModel;
} // namespace warroom::views

namespace warroom::desk {

class Panel;

/// What stands above the line while there is no incident: how to declare one, which there are, and what was said in
/// any of them.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// Session and board outlive the page.
    StartPage(session::Session& session, session::Board& board, const style::Theme& theme, QWidget* parent);

    void showClocks(Instant now);
    /// The keyboard to the field that searches; what stands there is typed over.
    void search();
    void leaveSearch();

Q_SIGNALS:
    void declareAsked();
    void incidentAsked(warroom::IncidentId incident);
    /// Something that was said in it is to be seen.
    void entryAsked(warroom::IncidentId incident, warroom::EntryId entry);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* makeDeclare();
    QLayout* makeLists();
    void connectRows();
    void refresh();
    void showFound();
    void openHit(const QModelIndex& index);
    void focusRows();

    session::Session& m_session;
    session::Board& m_board;
    style::Theme m_theme;
    views::HitsModel* m_hitsModel;
    views::IncidentsModel* m_openModel;
    views::IncidentsModel* m_pastModel;
    Panel* m_open;
    Panel* m_past;
    Panel* m_hits;
    style::TextField* m_search;
    style::PlainLabel* m_found;
};

} // namespace warroom::desk
