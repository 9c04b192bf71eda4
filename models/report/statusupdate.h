// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/state.h"
#include "playbook/playbook.h"

#include <QString>
#include <QStringList>

/// What everybody is told while it lasts, as plain text to paste where they read it.
namespace warroom::report {

/// What a status update says, field by field.
struct UpdateForm {
    QString status;
    QString impact;
    QString done; ///< Lines; "✓" before what is done, "◔" before what is under way.
    QString cause; ///< As far as it is known.
    QString nextSteps; ///< Lines.
    std::optional<Instant> nextDue;

    bool operator==(const UpdateForm&) const = default;
};

/// The last update to this audience; null before the first. Everybody is the audience without a name.
const incident::Update* lastUpdate(const incident::IncidentState& state, const QString& audience);

/// The entries since the last update to this audience, since the declaration before the first.
std::vector<incident::EntryPtr> sinceLastUpdate(const incident::IncidentState& state, const QString& audience);

/// The form filled in from the last update and from what was logged since; the next one is due after the cadence. Once
/// it is over: what fixed it, and no next one.
UpdateForm regularForm(const incident::IncidentState& state, const QString& audience, Instant now);
/// The form that says that nothing changed since the last update; before the first one and once it is over it is the
/// regular one.
UpdateForm unchangedForm(const incident::IncidentState& state, const QString& audience, Instant now);

/// Which of "impact", "done", "cause" and "next_steps" have a place in the text of that audience.
QStringList usedFields(
    const UpdateForm& form, const incident::IncidentState& state, const playbook::Audience& audience);

/// The form as the text of that audience: its playbook's template for the first update, a regular one or the
/// resolution, else the built-in one. BadTemplate with the unknown name as detail when the playbook's has one.
Result<QString> updateText(const UpdateForm& form, const incident::IncidentState& state,
    const playbook::Playbook& playbook, const playbook::Audience& audience, Instant now);

} // namespace warroom::report
