// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace warroom::desk {

/// What the window can be told to do.
enum class Act {
    Declare,
    Acknowledge,
    Severity,
    Status,
    Update,
    NoChange,
    Facts,
    Resolve,
    Close,
    Reopen,
    Export,
    Line,
    Slash,
    Roles,
    Runbook,
    TickStep,
    RunbookText,
    Measured,
    LastSaved,
    NextPanel,
    Side,
    Search,
    Jump,
    Everything,
    Keys,
    StartPage,
    Tab1,
    Tab2,
    Tab3,
    Tab4,
    Tab5,
    Tab6,
    Tab7,
    Tab8,
    Tab9,
    LookDesktop,
    LookDark,
    LookLight,
    Details,
    ReleaseRole,
    GiveAction,
    StartAction,
    DoneAction,
    DropAction,
    FollowUp,
    NoteStep,
    StepOutput,
    CopyCommand,
    ReopenStep,
    Confirm,
    NextPlaybook,
    Copy,
    Back,
};

enum class KeyGroup {
    Incident, ///< What is said of the incident.
    Window, ///< Where one looks and types.
    Line, ///< What one types with.
    Row, ///< What one does with the marked row of the timeline.
    Panel, ///< With the marked row of roles, actions or steps.
    Form,
};

/// A command of the window and its keys.
struct KeyRow {
    std::optional<Act> act; ///< None: a key of the field that has the focus, told and not bound.
    KeyGroup group = KeyGroup::Window;
    QString name;
    QString what; ///< May be empty.
    QList<QKeySequence> keys; ///< The first is the one that is shown; may be empty.

    QString shownKeys() const;
};

/// The one place where keys stand: shortcuts, palette, buttons and the sheet of keys are made from it.
/// Ctrl and a digit for as many open incidents.
inline constexpr int tabKeys = 9;
inline Act tabAct(int number) { return Act(int(Act::Tab1) + number - 1); }

const std::vector<KeyRow>& keyTable();
const KeyRow& keyRow(Act act);
/// "Ctrl ⇧ P"; of several, the first.
QString shownKeys(Act act);
QString shown(const QKeySequence& keys);

} // namespace warroom::desk
