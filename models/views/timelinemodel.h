// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/keyedrows.h"
#include "views/timelinerow.h"

namespace warroom::views {

/// The timeline of one incident, oldest row first.
class TimelineModel : public KeyedRows<TimelineRow>
{
    Q_OBJECT

public:
    enum Role {
        EntryRole = Qt::UserRole + 1, ///< incident::EntryPtr
        EntryIdRole, ///< QUuid
        ActRole, ///< QUuid
        KindRole, ///< Permanent word, see entryWord().
        TimeRole, ///< QDateTime in the incident's zone.
        DayRole, ///< QDate in the incident's zone.
        NewDayRole, ///< Another day than the row above.
        ByRole, ///< Name of who said it; empty: redacted.
        AuthorRole, ///< Name of who typed it.
        NumberRole, ///< Of an action, follow-up or update; else 0.
        PinnedRole,
        SensitiveRole,
        StateRole, ///< RowState
        LateRole, ///< Recorded more than two minutes after it happened.
        KeyRole, ///< The post-mortem tells the story with it.
    };
    enum RowState { Live, Amended, Retracted, Redacted };
    Q_ENUM(RowState)

    using KeyedRows::KeyedRows;

    /// Becomes the timeline of this state.
    void show(const incident::IncidentState& state);

    /// The row of the entry; -1 where it has none.
    int rowOf(EntryId entry) const;
    /// The last row written by the act; -1 where it has none.
    int lastRowOfAct(EntryId act) const;

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    // What the rows were made with.
    QTimeZone m_zone;
    QHash<PersonId, incident::Person> m_people;
    incident::Field<incident::AdoptedPlaybook> m_playbook;
};

} // namespace warroom::views

Q_DECLARE_METATYPE(warroom::incident::EntryPtr)
