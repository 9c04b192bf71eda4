// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "views/keyedrows.h"

#include <QDate>
#include <QDateTime>

namespace warroom::views {

/// Something that somebody does now, or that is left for later.
struct ActionRow {
    EntryId entry;
    int number = 0;
    bool followUp = false;
    QString text;
    bool redacted = false;
    bool owned = false;
    QString owner; ///< Empty: nobody, or redacted.
    incident::ActionState state = incident::ActionState::Open;
    QDateTime since; ///< When it came into this state, in the incident's zone; assigned, while it is open.
    std::optional<std::chrono::minutes> timer; ///< While it is under way or open.
    std::optional<Instant> timerEnds;
    QDate due; ///< Of a follow-up; may be null.
    QString priority;
    bool overdue = false; ///< Due before today, and neither done nor dropped.

    EntryId key() const { return entry; }
    bool operator==(const ActionRow&) const = default;
};

/// The actions and follow-ups of an incident in the order of their numbers, what is open and under way before what is
/// done or dropped.
class ActionsModel : public KeyedRows<ActionRow>
{
    Q_OBJECT

public:
    enum Role {
        EntryIdRole = Qt::UserRole + 1, ///< QUuid
        NumberRole,
        FollowUpRole,
        TextRole,
        RedactedRole,
        OwnedRole,
        OwnerRole,
        StateRole, ///< incident::ActionState as int.
        SinceRole,
        TimerRole, ///< Minutes; 0 where there is none.
        TimerEndsRole, ///< QDateTime in UTC; invalid where there is none.
        DueRole,
        PriorityRole,
        OverdueRole,
    };

    using KeyedRows::KeyedRows;

    /// `today` is the date in the incident's zone.
    void show(const incident::IncidentState& state, QDate today);

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace warroom::views
