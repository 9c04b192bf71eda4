// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"
#include "style/plainlabel.h"
#include "style/theme.h"

namespace warroom::desk {

/// The incident's label and the statuses it passes through, the current one emphasised, and who leads. Where there is
/// no room for all of it, only the current status and who leads.
class StatusPath : public style::PlainLabel
{
    Q_OBJECT

public:
    StatusPath(const style::Theme& theme, QWidget* parent);

    void show(const incident::IncidentState& state, const playbook::Playbook& playbook, Instant now);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Piece {
        QString text;
        QFont font;
        QColor colour;
        int gap; ///< After it.
        int rank; ///< 0 stays longest where there is little room.
        bool whole = false; ///< Never cut.
        bool operator==(const Piece&) const = default;
    };

    int widthUpTo(int rank) const;
    void add(const QString& text, const QFont& font, const QColor& colour, int rank);
    /// What they add, as it is said where nothing is painted.
    QString addStatuses(const incident::IncidentState& state, const playbook::Playbook& playbook);
    QString addCommander(const incident::IncidentState& state);
    QString addDue(const incident::IncidentState& state, const playbook::Playbook& playbook, Instant now);
    QString addDoubts(const incident::IncidentState& state, Instant now);

    style::Theme m_theme;
    std::vector<Piece> m_pieces;
};

} // namespace warroom::desk
