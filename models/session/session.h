// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/command.h"
#include "journal/drafts.h"
#include "session/board.h"
#include "session/playbooks.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace warroom::journal {
class Watcher;
class Writer;
} // namespace warroom::journal

namespace warroom::session {

/// A line on its way to the disk.
struct Pending {
    enum class Stage {
        Saving,
        Slow, ///< More than a second and not there yet.
        Failed, ///< `problem` says why, and where it is kept meanwhile; it waits for a retry.
    };

    incident::Submission submission;
    QString line; ///< As it was typed.
    Instant firstKey{};
    Stage stage = Stage::Saving;
    std::optional<Error> problem;
};

/// Whether what was said is on disk.
struct SaveState {
    std::optional<Instant> lastSaved; ///< None: nothing was saved from here yet.
    bool slow = false;
    std::optional<Error> problem; ///< With the file that keeps what was not saved.
    std::optional<Error> readOnly; ///< Why nothing can be saved in this log at all.
    int leftOut = 0; ///< Acts of others, as of a window that was killed, that are kept until the log takes them.
    bool erasing = false; ///< A redaction waits for another window before the last copy is gone.
};

/// A line that was typed and is not on its way to the disk.
using Leftover = journal::DraftLine;

/// What a session is made of.
struct Setup {
    Board& board; ///< Of the log; outlives the session.
    const Clock& clock;
    IdSource& ids;
    std::optional<IncidentId> incident; ///< None: the one that will be declared here.
    LoadedPlaybook declareWith;
    QString me; ///< A roster handle, or a name.
};

/// One incident as one window sees it: commands in, state out. Lives on the window's thread and never waits for the
/// disk.
class Session : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<Session>> open(Setup setup);
    ~Session() override;

    const incident::IncidentState& state() const;
    /// The incident's own; before it is declared, the one a declaration would use.
    const playbook::Playbook& playbook() const;
    QByteArray playbookBytes() const;
    /// What an entry names by its SHA-256, hexadecimal; none where it is not in the log, or was erased.
    Result<std::optional<QByteArray>> content(const QString& sha256);
    /// The one that the next declaration adopts.
    const LoadedPlaybook& playbookToDeclare() const { return m_setup.declareWith; }
    /// The next declaration adopts this one instead; until then it is the one of this session too.
    void declareWith(const LoadedPlaybook& playbook);
    incident::PersonRef me() const;
    /// The wall clock, or the latest moment this store has seen where the clock is behind it.
    Instant now() const;
    const std::vector<Pending>& pending() const;
    const SaveState& saveState() const;

    /// Hands the command to the disk and returns at once. Order is kept. A Declare makes the incident this session is
    /// about. `act` is given where a leftover is said again.
    EntryId submit(const QString& line, Instant firstKey, const incident::Command& command, Instant occurredAt,
        const std::optional<incident::PersonRef>& by, std::optional<EntryId> act = {});
    /// Tries what failed again, in its order.
    void retry();
    /// Lines of earlier windows that ended before they were saved, and what was being typed in them; given once.
    std::vector<Leftover> takeLeftovers();
    /// What stands in the window and was not submitted: kept for the next window, should this one be killed.
    void keepUnsent(std::vector<Leftover> lines);
    /// Words that were redacted while this session was open.
    const QSet<QString>& erased() const { return m_erased; }

Q_SIGNALS:
    /// New entries came to the end or into the middle; no older one shows differently.
    void appended();
    /// Anything may show differently.
    void refolded();
    void pendingChanged();
    void saveStateChanged();
    /// The act is on disk and in the state.
    void saved(warroom::EntryId act);
    /// Nothing was written, because it is so already.
    void alreadySo(const QString& line);
    /// A rule refused it; the text goes back to where it was typed.
    void refused(const QString& line, const warroom::Error& why);

private:
    explicit Session(Setup setup);
    Result<void> start();
    void postFirst();
    void finish(const Result<journal::Receipt>& receipt);
    void poll();
    void pollErasing();
    Result<void> refresh();
    Result<void> turnTo(IncidentId incident);
    void showChange(IncidentId incident, incident::Log::Change change, const incident::IncidentState& before);
    void showUnread(const Result<void>& read);
    void keepOutside(const Error& error);
    void fail(const Error& error);
    void keepDrafts();

    Setup m_setup;
    std::unique_ptr<journal::Watcher> m_watcher;
    std::unique_ptr<journal::Drafts> m_drafts;
    std::optional<IncidentId> m_shown; ///< The incident of state(); it follows a declaration once that is on disk.
    LoadedPlaybook m_playbook;
    std::vector<Pending> m_pending;
    std::vector<Leftover> m_unsent;
    QSet<QString> m_erased; ///< Words that were redacted; no unsent line keeps them on disk.
    bool m_posted = false;
    bool m_erasePosted = false;
    bool m_unread = false; ///< There is more on disk than was read; tried again at each poll.
    SaveState m_saveState;
    QTimer m_pollTimer;
    QTimer m_slowTimer;
    QTimer m_retryTimer;
    QTimer m_draftTimer;
    std::unique_ptr<journal::Writer> m_writer; ///< Ends first: its answers come here.
};

} // namespace warroom::session
