// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/whynot.h"

#include "desk/keytable.h"
#include "incident/clocks.h"
#include "session/session.h"
#include "words/refusal.h"

#include <QCoreApplication>

namespace warroom::desk::whynot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::WhyNot)
};

} // namespace

QString readOnly(const session::Session& session)
{
    const std::optional<Error>& why = session.saveState().readOnly;
    return why ? words::refusal(*why) : QString();
}

QString noIncident(const session::Session& session)
{
    return session.state().declared()
        ? QString()
        : Text::tr("No incident is open yet; %1 declares one.").arg(shownKeys(Act::Declare));
}

QString notSaid(const session::Session& session)
{
    const QString why = readOnly(session);
    return why.isEmpty() ? noIncident(session) : why;
}

QString notUpdated(const session::Session& session)
{
    const QString none = notSaid(session);
    if (none.isEmpty() && session.state().updates.empty())
        return Text::tr("There was no update yet; %1 writes the first.").arg(shownKeys(Act::Update));
    return none;
}

QString notResolved(const session::Session& session)
{
    const QString none = notSaid(session);
    if (!none.isEmpty() || !session.state().milestone(incident::Milestone::Resolved))
        return none;
    return Text::tr("It is resolved. %1 closes it, %2 to an earlier status opens it again.")
        .arg(shownKeys(Act::Close), shownKeys(Act::Status));
}

QString notClosed(const session::Session& session)
{
    const QString none = notSaid(session);
    if (!none.isEmpty())
        return none;
    if (!session.state().milestone(incident::Milestone::Resolved))
        return Text::tr("It is not resolved yet; %1 resolves it.").arg(shownKeys(Act::Resolve));
    return session.state().closed() ? Text::tr("It is closed.") : QString();
}

QString notReopened(const session::Session& session)
{
    const QString none = notSaid(session);
    if (none.isEmpty() && incident::statusBeforeEnd(session.state()).isEmpty())
        return Text::tr("It is not over.");
    return none;
}

QString notMarked(incident::ActionState state, incident::Mark mark)
{
    using incident::ActionState;
    using incident::Mark;
    if (state == ActionState::Done && mark == Mark::Dropped)
        return Text::tr("It is done already; %1 starts it again.").arg(shownKeys(Act::StartAction));
    if (state == ActionState::Dropped && mark == Mark::Done)
        return Text::tr("It was dropped; %1 starts it again.").arg(shownKeys(Act::StartAction));
    return {};
}

} // namespace warroom::desk::whynot
