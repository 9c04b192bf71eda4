// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

#include <QMap>

namespace warroom::runbook {

/// A procedure as it is followed: its steps, and where it goes on elsewhere than at the next one.
struct Route {
    struct Fork {
        QStringList answers; ///< Of a step that asks; empty where it simply goes on elsewhere.
        QList<int> leads; ///< One for each answer, else one. The number of steps is the end.
    };
    Runbook runbook;
    QMap<int, Fork> forks; ///< By step, from 0.
};

/// Before alternatives a step asks which one it is; one of its answers is that it is none of them.
Route routeOf(const Runbook& runbook, const QString& question, const QString& none);

/// Each question and each thing to do is a step; a box that only says where to begin is none.
Route routeOf(const DecisionTree& tree);

} // namespace warroom::runbook
