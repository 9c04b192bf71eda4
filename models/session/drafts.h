// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace warroom::session {

struct Leftover;

/// The lines that are not on disk yet, in a small file of this window, so that a window that is killed loses none.
class Drafts
{
public:
    Drafts(QString folder, const std::optional<IncidentId>& incident);
    ~Drafts();

    /// Replaces the file; with no lines it is removed. Never waits for the disk.
    void keep(const std::vector<Leftover>& lines);

    /// The lines of windows that ended without saving them. Their files are taken away.
    std::vector<Leftover> take();

private:
    QString path(qint64 process) const;

    QString m_folder;
    QString m_incident;
};

} // namespace warroom::session
