// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "runbook/document.h"

#include <QString>

namespace warroom::desk {
class RunbookShelf;
} // namespace warroom::desk

namespace warroom::session {
class Board;
class Session;
} // namespace warroom::session

/// Why a command cannot be done now, with the way on; empty: it can.
namespace warroom::desk::whynot {

/// The log can only be read.
QString readOnly(const session::Session& session);
/// "Ctrl 1 SEV1 Pool is full · Ctrl 2 SEV2 Login is slow", as many as a line has room for; empty: none is open.
QString waysToOpen(const session::Board& board);
/// There is no incident in view; the way on leads to those that are open.
QString noIncident(const session::Session& session, const session::Board& board);
/// Nothing can be said of an incident.
QString notSaid(const session::Session& session, const session::Board& board);
/// Nothing can have changed since an update.
QString notUpdated(const session::Session& session, const session::Board& board);
QString notResolved(const session::Session& session, const session::Board& board);
QString notClosed(const session::Session& session, const session::Board& board);
QString notReopened(const session::Session& session, const session::Board& board);
/// No runbook can be taken up.
QString noRunbook(const session::Session& session, const session::Board& board, const RunbookShelf& runbooks);
/// There is nothing besides its steps in the runbook in view, if any is.
QString noRunbookText(const session::Session& session, const session::Board& board, const runbook::Runbook* runbook);
/// Nothing is measured that could be logged.
QString nothingMeasured(const session::Session& session, const session::Board& board, const QString& measured);
/// No step can be marked.
QString notTicked(const session::Session& session, const session::Board& board);
/// An action or follow-up that is over is started again before it ends otherwise.
QString notMarked(incident::ActionState state, incident::Mark mark);

} // namespace warroom::desk::whynot
