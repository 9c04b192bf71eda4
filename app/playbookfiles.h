// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/playbooks.h"

#include <QStringList>

namespace warroom::app {

/// The names of the playbooks there are: the team's in $XDG_CONFIG_HOME/warroom/playbooks, then those that come with
/// the program. A team's one of the same name stands before ours.
QStringList playbookNames();

/// By name, or by path where it holds a slash. UnknownPlaybook, BadPlaybook, FileUnreadable.
Result<session::LoadedPlaybook> loadPlaybook(const QString& nameOrPath);

/// The playbooks of this machine; the one that was chosen last stands in the settings.
class PlaybookFiles : public session::PlaybookShelf
{
public:
    /// `first` are names or paths, that of the next declaration in front.
    explicit PlaybookFiles(const QStringList& first);

    QStringList names() const override;
    Result<session::LoadedPlaybook> load(const QString& name) const override { return loadPlaybook(name); }
    void keep(const QString& name) override;

private:
    QStringList m_first;
};

} // namespace warroom::app
