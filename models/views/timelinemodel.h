// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/timelinerow.h"

#include <QAbstractListModel>

#include <vector>

namespace warroom::views {

/// The timeline of one incident, oldest row first. Changes only by insertion, removal, move and dataChanged, so that
/// whoever looks at it keeps selection and place.
class TimelineModel : public QAbstractListModel
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
    };
    enum RowState { Live, Amended, Retracted, Redacted };
    Q_ENUM(RowState)

    using QAbstractListModel::QAbstractListModel;

    /// Becomes the timeline of this state.
    void show(const incident::IncidentState& state);

    /// The row of the entry; -1 where it has none.
    int rowOf(EntryId entry) const;
    /// The last row written by the act; -1 where it has none.
    int lastRowOfAct(EntryId act) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void arrange(const std::vector<TimelineRow>& rows);
    void replaceChanged(std::vector<TimelineRow> rows);

    std::vector<TimelineRow> m_rows;
};

} // namespace warroom::views

Q_DECLARE_METATYPE(warroom::incident::EntryPtr)
