// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/board.h"
#include "style/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace warroom::desk {

/// The open incidents where there are several: which one is in view, and whose update is due.
class IncidentTabs : public QWidget
{
    Q_OBJECT

public:
    /// The board outlives the tabs.
    IncidentTabs(session::Board& board, const style::Theme& theme, QWidget* parent);

    void show(const std::optional<IncidentId>& current, Instant now);
    /// The n-th open incident, from 1; none where there are fewer.
    std::optional<IncidentId> incident(int number) const;

Q_SIGNALS:
    void incidentAsked(warroom::IncidentId incident);

private:
    void rebuild(const std::vector<IncidentId>& open);

    session::Board& m_board;
    style::Theme m_theme;
    QHBoxLayout* m_row;
    std::vector<IncidentId> m_shown;
};

} // namespace warroom::desk
