// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/storefolder.h"

#include "session/session.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace warroom::support {

/// The one that comes with the program.
session::LoadedPlaybook standardPlaybook();

/// A session and what it told.
class Desk
{
public:
    Desk(StoreFolder& room, const std::optional<IncidentId>& incident = {});

    session::Session& session() { return *m_session; }
    session::Board& board() { return *m_board; }
    const session::Session* operator->() const { return m_session.get(); }
    /// As a window that is closed.
    void close()
    {
        m_session.reset();
        m_board.reset();
    }

    EntryId submit(const incident::Command& command, const QString& line = QStringLiteral("typed"));
    EntryId note(const QString& text);
    incident::Command declaration(const QString& title) const;
    /// Declares and waits until it is shown.
    void declare(const QString& title);

    /// Waits for the signal until it is so; false when it does not come to that.
    template<typename Signal> bool comesTo(Signal signal, const std::function<bool()>& so)
    {
        QSignalSpy spy(m_session.get(), signal);
        QElapsedTimer timer;
        timer.start();
        while (!so() && !timer.hasExpired(20'000))
            spy.wait(1000);
        return so();
    }
    bool savesAll()
    {
        return comesTo(&session::Session::pendingChanged, [this] { return m_session->pending().empty(); });
    }
    QStringList notes() const;

    std::vector<EntryId> saved;
    QStringList alreadySo;
    std::vector<std::pair<QString, ErrorCode>> refused;
    int appended = 0;
    int refolded = 0;

private:
    StoreFolder& m_room;
    std::unique_ptr<session::Board> m_board;
    std::unique_ptr<session::Session> m_session;
};

} // namespace warroom::support
