// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/runbookshelf.h"

#include <QMutex>
#include <QStringList>
#include <QThread>

#include <memory>

namespace warroom::app {

/// The folders of runbooks of this machine: those of $WARROOM_RUNBOOKS, else of `runbooks` in the settings, with ":"
/// between several, else $XDG_CONFIG_HOME/warroom/runbooks.
QStringList runbookFolders();

/// The runbooks in these folders and those below them, read on a thread of their own.
class RunbookFolders : public desk::RunbookShelf
{
public:
    explicit RunbookFolders(const QStringList& folders);
    ~RunbookFolders() override;

    std::vector<Entry> entries() const override;
    Result<runbook::Runbook> open(const QString& id) const override;

private:
    void readAll(const QStringList& folders);
    void add(const QString& folder, const QString& path);

    mutable QMutex m_mutex;
    std::vector<Entry> m_entries;
    std::unique_ptr<QThread> m_reader;
};

} // namespace warroom::app
