// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "journal/store.h"
#include "playbook/playbook.h"

#include <QStringList>

namespace warroom::session {

/// A playbook with the file it was read from.
struct LoadedPlaybook {
    playbook::Playbook playbook;
    QByteArray bytes;
};

/// The playbooks that a declaration can choose from.
class PlaybookShelf
{
public:
    virtual ~PlaybookShelf() = default;

    /// The one that a declaration begins with, then the others. Opens none of them.
    virtual QStringList names() const = 0;
    /// Reads its file anew each time. UnknownPlaybook, BadPlaybook, FileUnreadable.
    virtual Result<LoadedPlaybook> load(const QString& name) const = 0;
    /// The next declarations begin with it, those of a later start too.
    virtual void keep(const QString& name) = 0;
};

/// The playbook that the incident adopted, word for word from the log's contents; where that was redacted or cannot
/// be read any more, its numbers and ids as the facts hold them.
Result<LoadedPlaybook> playbookOf(const incident::IncidentState& state, journal::Store& store);

} // namespace warroom::session
