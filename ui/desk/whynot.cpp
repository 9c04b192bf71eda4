// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/whynot.h"

#include "desk/keytable.h"
#include "desk/runbookshelf.h"
#include "incident/clocks.h"
#include "session/board.h"
#include "session/session.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QCoreApplication>

#include <algorithm>

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

QString waysToOpen(const session::Board& board)
{
    constexpr int told = 3;
    constexpr int longest = 40;
    QStringList ways;
    const std::vector<IncidentId> open = board.open();
    for (int i = 0; i < std::min(told, int(open.size())); ++i) {
        const incident::IncidentState& state = board.state(open[std::size_t(i)]);
        const QString title = words::visible(words::firstLine(words::text(state.title)));
        ways << QStringLiteral("%1 %2 %3")
                    .arg(shownKeys(tabAct(i + 1)), words::visible(state.severity.value),
                        words::shortened(title, longest));
    }
    if (const int more = int(open.size()) - told; more > 0)
        ways << Text::tr("%1 more").arg(more);
    return ways.join(QStringLiteral(" · "));
}

QString noIncident(const session::Session& session, const session::Board& board)
{
    if (session.state().declared())
        return {};
    const QString ways = waysToOpen(board);
    return ways.isEmpty() ? Text::tr("No incident is open yet; %1 declares one.").arg(shownKeys(Act::Declare))
                          : words::refusal({ErrorCode::NotDeclared, ways});
}

QString notSaid(const session::Session& session, const session::Board& board)
{
    const QString why = readOnly(session);
    return why.isEmpty() ? noIncident(session, board) : why;
}

QString notUpdated(const session::Session& session, const session::Board& board)
{
    const QString none = notSaid(session, board);
    if (none.isEmpty() && session.state().updates.empty())
        return Text::tr("There was no update yet; %1 writes the first.").arg(shownKeys(Act::Update));
    return none;
}

QString notResolved(const session::Session& session, const session::Board& board)
{
    const QString none = notSaid(session, board);
    if (!none.isEmpty() || !session.state().milestone(incident::Milestone::Resolved))
        return none;
    return Text::tr("It is resolved. %1 closes it, %2 to an earlier status opens it again.")
        .arg(shownKeys(Act::Close), shownKeys(Act::Status));
}

QString notClosed(const session::Session& session, const session::Board& board)
{
    const QString none = notSaid(session, board);
    if (!none.isEmpty())
        return none;
    if (!session.state().milestone(incident::Milestone::Resolved))
        return Text::tr("It is not resolved yet; %1 resolves it.").arg(shownKeys(Act::Resolve));
    return session.state().closed() ? Text::tr("It is closed.") : QString();
}

QString notReopened(const session::Session& session, const session::Board& board)
{
    const QString none = notSaid(session, board);
    if (none.isEmpty() && incident::statusBeforeEnd(session.state()).isEmpty())
        return Text::tr("It is not over.");
    return none;
}

QString noRunbook(const session::Session& session, const session::Board& board, const RunbookShelf& runbooks)
{
    const QString none = notSaid(session, board);
    if (none.isEmpty() && session.playbook().checklists.empty() && runbooks.entries().empty())
        return Text::tr("No runbooks are known here: name their folder in the settings, as runbooks=FOLDER.");
    return none;
}

QString nothingMeasured(const session::Session& session, const session::Board& board, const QString& measured)
{
    const QString none = notSaid(session, board);
    return none.isEmpty() && measured.isEmpty()
        ? Text::tr("Nothing is measured here: the playbook has no panels, or nobody could be asked.")
        : none;
}

QString notTicked(const session::Session& session, const session::Board& board)
{
    const QString none = notSaid(session, board);
    if (none.isEmpty() && session.state().runbooks.empty())
        return Text::tr("No runbook is being followed; %1 takes one up.").arg(shownKeys(Act::Runbook));
    return none;
}

QString noRunbookText(const session::Session& session, const session::Board& board, const runbook::Runbook* runbook)
{
    const QString none = notTicked(session, board);
    const auto isRest = [](const runbook::Part& part) {
        return part.purpose != runbook::Purpose::Action && !part.blocks.empty();
    };
    if (none.isEmpty() && !(runbook && std::ranges::any_of(runbook->parts, isRest)))
        return Text::tr("This runbook says nothing besides its steps.");
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
