// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "journal/folder.h"
#include "journal/storelock.h"

#include <QSet>

#include <optional>
#include <vector>

namespace warroom::journal {

/// A line that was typed and is not in the log yet.
struct DraftLine {
    std::optional<EntryId> act; ///< None: Enter was not pressed yet.
    QString line;
    Instant firstKey{};

    bool operator==(const DraftLine&) const = default;
};

/// The lines of one window that are not in the log yet, in a small file of its own, so that a window that is killed
/// loses none. A lock beside it says that the window lives; ids of processes say nothing in containers.
class Drafts
{
public:
    /// No incident: one that is to be declared. `window` is an id that no other window ever has.
    Drafts(const Folder& folder, const std::optional<IncidentId>& incident, const QUuid& window);
    ~Drafts();
    Drafts(const Drafts&) = delete;
    Drafts& operator=(const Drafts&) = delete;

    /// Replaces the file, elsewhere where the data folder cannot be written; with no lines it is removed. Never waits
    /// for the disk. False: the file is as it was.
    bool keep(const std::vector<DraftLine>& lines);
    /// From now on the window is about this incident.
    void follow(IncidentId incident);

    /// The lines of windows on this incident that ended without saving them; those of windows that had none belong to
    /// no other. They stand in the file of this window, until keep() says otherwise, before they leave those.
    std::vector<DraftLine> take();

private:
    struct Place {
        QString folder;
        std::optional<StoreLock> lives;
    };
    QString fileIn(const Place& place) const;
    bool write(Place& place, const std::vector<DraftLine>& lines) const;
    bool removeFrom(const Place& place) const;

    QString m_incident;
    QString m_window;
    std::vector<DraftLine> m_kept;
    std::vector<Place> m_places; ///< The one that is wanted first.
};

/// Whether a window without an incident ended and left lines.
bool leftUndeclared(const Folder& folder);

/// Takes the lines of these acts, and these words of every other, out of the files of windows that have ended: they are
/// being redacted. A window that lives sees to its own.
void forgetDrafts(const Folder& folder, const QSet<EntryId>& acts, const QSet<QString>& words);

} // namespace warroom::journal
