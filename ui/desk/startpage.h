// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/board.h"
#include "style/theme.h"

#include <QSet>
#include <QWidget>

class QLayout;

namespace warroom::playbook {
struct Severity;
} // namespace warroom::playbook

namespace warroom::style {
class PlainLabel;
class TextField;
} // namespace warroom::style

namespace warroom::views {
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
    /// The board outlives the page.
    StartPage(session::Board& board, const Clock& clock, const std::vector<playbook::Severity>& severities,
        const style::Theme& theme, QWidget* parent);

Q_SIGNALS:
    void declareAsked();
    void incidentAsked(warroom::IncidentId incident);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLayout* makeDeclare(const std::vector<playbook::Severity>& severities);
    QLayout* makeLists();
    void showIncidents();
    std::optional<QSet<IncidentId>> search();

    session::Board& m_board;
    const Clock& m_clock;
    style::Theme m_theme;
    views::IncidentsModel* m_openModel;
    views::IncidentsModel* m_pastModel;
    Panel* m_open;
    Panel* m_past;
    style::TextField* m_search;
    style::PlainLabel* m_found;
};

} // namespace warroom::desk
