// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "views/keyedrows.h"

#include <QDateTime>

namespace warroom::views {

/// A step of a runbook that is being followed.
struct StepRow {
    int step = 0; ///< From 0.
    QString text; ///< Empty when it is redacted.
    int level = 1; ///< 2 for a step inside a step.
    QString heading; ///< What stands above it: its section or the alternative it belongs to; empty where the last one
                     ///< goes on.
    incident::StepState state;
    QDateTime at; ///< When it was marked, in the incident's zone; invalid where it never was.
    QString by;
    QStringList seen; ///< What was noted at it.
    QStringList outputs; ///< What commands printed.
    QStringList answers; ///< Of a step that asks; empty where it does not.
    bool next = false; ///< The first that is neither done nor skipped.

    int key() const { return step; }
    bool operator==(const StepRow&) const = default;
};

/// Done or skipped.
bool isOver(incident::StepMark mark);

/// The place of a step in its document.
struct StepPlace {
    int level = 1;
    QString heading; ///< Section or alternative.
};

/// The steps of one runbook that one comes by with the answers so far, in their order.
class StepsModel : public KeyedRows<StepRow>
{
    Q_OBJECT

public:
    enum Role {
        StepRole = Qt::UserRole + 1,
        TextRole,
        LevelRole,
        HeadingRole,
        MarkRole, ///< incident::StepMark as int.
        ReasonRole, ///< What was said with the mark.
        AtRole,
        ByRole,
        SeenRole,
        OutputsRole,
        AnswersRole,
        NextRole,
    };

    using KeyedRows::KeyedRows;

    /// `places` has one for each step; what is missing stands at the top.
    void show(
        const incident::IncidentState& state, const incident::Runbook& runbook, const std::vector<StepPlace>& places);
    void clear() { setRows({}); }
    /// -1 where one does not come by it.
    int rowOf(int step) const;

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace warroom::views
