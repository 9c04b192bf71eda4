// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "journal/search.h"
#include "journal/store.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace warroom::journal {
class Watcher;
} // namespace warroom::journal

namespace warroom::session {

/// Every incident of a store, as it stands now, whoever writes it; what one window reads, each incident once, however
/// many lists and sessions show it. Lives on the window's thread and only reads.
class Board : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<Board>> open(const journal::Folder& folder, const Clock& clock, IdSource& ids);
    ~Board() override;

    const journal::Folder& folder() const { return m_store->folder(); }
    /// The latest declared first.
    const std::vector<journal::Listed>& incidents() const { return m_listed; }
    /// Those that are not closed, the oldest first: a new one does not renumber the others.
    std::vector<IncidentId> open() const;
    const incident::IncidentState& state(IncidentId incident) const;
    /// By label, unambiguous prefix of a label, or UUID. UnknownIncident, AmbiguousIncident.
    Result<journal::Listed> find(const QString& labelOrId);
    /// Entries of all incidents that hold every word, the newest first.
    Result<std::vector<journal::Hit>> search(const QString& words);
    /// Takes in what was written about the incident since it was read last.
    Result<void> refresh(IncidentId incident);
    /// What is read in.
    journal::Store& store() { return *m_store; }

Q_SIGNALS:
    /// Some incident is another than before, or there is a new one.
    void changed();
    /// More was read of the incident. `before` is as of incident::Log::take().
    void refreshed(warroom::IncidentId incident, warroom::incident::Log::Change change,
        const warroom::incident::IncidentState& before);

private:
    Board(std::unique_ptr<journal::Store> store, std::unique_ptr<journal::Watcher> watcher);
    Result<void> read();
    void poll();

    std::unique_ptr<journal::Store> m_store;
    std::unique_ptr<journal::Watcher> m_watcher;
    std::vector<journal::Listed> m_listed;
    QTimer m_timer;
};

} // namespace warroom::session
