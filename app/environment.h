// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/systemports.h"
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

/// The objects that every verb works with.
struct Environment {
    explicit Environment(const Globals& globals, StartedClock::Pace pace);

    journal::Folder folder;
    std::unique_ptr<Clock> clock;
    RandomIds ids;
    QString me; ///< --as, else $WARROOM_AS, else the setting "me", else the account's name.
    QString playbookName; ///< --playbook, else $WARROOM_PLAYBOOK, else the setting "playbook", else "standard".
};

} // namespace warroom::app
