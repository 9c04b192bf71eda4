// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/systemports.h"
#include "journal/copies.h"
#include "journal/folder.h"
#include "session/playbooks.h"

#include <memory>
#include <optional>

namespace warroom::app {

/// What the command line and the environment say for every verb.
struct Globals {
    QString dataDir;
    QString as;
    QString playbook;
    std::optional<Instant> clock;
};

/// Where the playbook of the next declaration stands in the settings.
inline constexpr char playbookSetting[] = "playbook";

/// The one that is always there.
inline QString standardPlaybook() { return QStringLiteral("standard"); }

/// The objects that every verb works with.
struct Environment {
    explicit Environment(const Globals& globals, StartedClock::Pace pace);

    /// Where copies of the folder's log are.
    journal::Copies copies() const;

    journal::Folder folder;
    std::unique_ptr<Clock> clock;
    RandomIds ids;
    QString me; ///< --as, else $WARROOM_AS, else the setting "me", else the account's name.
    bool playbookAsked = false; ///< By --playbook or $WARROOM_PLAYBOOK; the rest is what somebody chose once.
    QString playbookName; ///< --playbook, else $WARROOM_PLAYBOOK, else the setting "playbook", else "standard".
};

} // namespace warroom::app
