// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"

#include <QString>

namespace warroom::session {
class Session;
} // namespace warroom::session

/// Why a command cannot be done now, with the way on; empty: it can.
namespace warroom::desk::whynot {

/// The log can only be read.
QString readOnly(const session::Session& session);
/// There is no incident in view.
QString noIncident(const session::Session& session);
/// Nothing can be said of an incident.
QString notSaid(const session::Session& session);
/// Nothing can have changed since an update.
QString notUpdated(const session::Session& session);
QString notResolved(const session::Session& session);
QString notClosed(const session::Session& session);
QString notReopened(const session::Session& session);
/// An action or follow-up that is over is started again before it ends otherwise.
QString notMarked(incident::ActionState state, incident::Mark mark);

} // namespace warroom::desk::whynot
