// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "runbook/document.h"

namespace warroom::desk {

/// What placeholders stand for in this incident, by their names.
QMap<QString, QString> valuesOf(const incident::IncidentState& state);

/// The value that a firing alert's labels give a placeholder: of "pod" for "<pod>" and "POD_NAME". Empty where none
/// does, or where several say otherwise.
QString labelFor(const QString& placeholder, const incident::IncidentState& state);

/// What stands between a command of a runbook and the clipboard: a placeholder nobody gave a value, and, where it
/// destroys, stops or forces something, a decision that was logged since it was first asked for.
class CommandGate
{
public:
    struct Answer {
        enum class Kind { Copy, WantsValue, WantsDecision };
        Kind kind;
        QString text; ///< The command, filled in; of WantsValue the placeholder.
        QString value = {}; ///< Of WantsValue: what it is by the labels of the alerts that fire; may be empty.
    };

    Answer ask(const runbook::Command& command, const incident::IncidentState& state);

private:
    QString m_askedFor;
    std::optional<EntryId> m_decisionThen; ///< The last one when it was first asked for.
};

} // namespace warroom::desk
