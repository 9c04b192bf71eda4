// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/runbookshelf.h"
#include "runbook/library.h"

#include <QStringList>

namespace warroom::app {

/// The folders of runbooks of this machine: those of $WARROOM_RUNBOOKS, else of `runbooks` in the settings, with ":"
/// between several, else $XDG_CONFIG_HOME/warroom/runbooks.
QStringList runbookFolders();

/// The runbooks in these folders, of which a file may hold several.
class RunbookFolders : public desk::RunbookShelf
{
public:
    explicit RunbookFolders(const QStringList& folders) : m_folders(folders), m_library(folders) { }

    std::vector<Entry> entries() const override;
    QString forAlert(const QString& url, const QString& alertName) const override;
    Result<runbook::Route> open(const QString& id) const override;
    Result<runbook::Document> read(const QString& id) const override;

private:
    /// As it is within its folder.
    QString sourceOf(const QString& path) const;

    QStringList m_folders;
    runbook::Library m_library;
};

} // namespace warroom::app
