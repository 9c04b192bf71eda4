// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/everything.h"

#include "desk/commands.h"
#include "desk/incidentpage.h"
#include "session/board.h"
#include "timeline/offers.h"
#include "timeline/timelinecard.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QCoreApplication>

#include <algorithm>

namespace warroom::desk {

using timeline::Offer;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::Everything)
};

void addCommands(std::vector<Found>& all, Commands& commands)
{
    std::vector<Commands::Command> inOrder = commands.all();
    std::ranges::sort(inOrder, {}, [](const Commands::Command& command) { return command.row - keyTable().data(); });
    for (const Commands::Command& command : inOrder) {
        const KeyRow& row = *command.row;
        const bool ofWindow = row.group == KeyGroup::Incident || row.group == KeyGroup::Window;
        const Act act = *row.act;
        if (!ofWindow || act == Act::Everything)
            continue;
        const QString why = command.whyNot();
        all.push_back({{row.name, why.isEmpty() ? row.what : why, {}, row.shownKeys(), {}, {}, why.isEmpty()},
            {row.what}, [&commands, act] { commands.perform(act); }});
    }
}

QStringList parts(std::initializer_list<QString> texts)
{
    QStringList result = texts;
    result.removeAll(QString());
    return result;
}

Found person(const Offer& offer, IncidentPage& page, const std::function<void()>& toLine)
{
    const timeline::Suggestion& known = offer.suggestion;
    const QString shown = words::visible(known.insert);
    const QString what = parts({shown, words::visible(known.what)}).join(QStringLiteral(" · "));
    return {{known.name.isEmpty() ? shown : words::visible(known.name), what, {}, {}, Text::tr("person")},
        offer.spellings + parts({known.what}), [&page, toLine, insert = known.insert] {
            toLine();
            page.card().line().type(insert + QLatin1Char(' '));
        }};
}

Found role(const Offer& offer, IncidentPage& page, const std::function<void()>& toLine)
{
    const timeline::Suggestion& known = offer.suggestion;
    const QString what = parts({known.name, known.what}).join(QStringLiteral(" · "));
    return {{known.insert, what, {}, {}, Text::tr("role")}, offer.spellings + parts({known.what, Text::tr("role")}),
        [&page, toLine, name = known.insert] {
            toLine();
            page.card().line().say(QStringLiteral("/role %1 @").arg(name));
        }};
}

Found word(const Offer& offer, IncidentPage& page, const std::function<void()>& toLine)
{
    const timeline::Suggestion& known = offer.suggestion;
    return {{known.insert, known.what, {}, {}, Text::tr("line")}, offer.spellings + parts({known.what}),
        [&page, toLine, insert = known.insert] {
            toLine();
            page.card().line().say(insert + QLatin1Char(' '));
        }};
}

/// An action or follow-up that is neither done nor dropped; the offer is its number.
Found action(const Offer& offer, IncidentPage& page, const std::function<void()>& toLine)
{
    const timeline::Suggestion& known = offer.suggestion;
    const QString number = QLatin1Char('#') + known.insert;
    return {{number + QLatin1Char(' ') + known.name, known.what, {}, {}, Text::tr("action")},
        offer.spellings + QStringList{known.name, known.what, Text::tr("action")},
        [&page, toLine, insert = known.insert] {
            toLine();
            page.card().line().say(QStringLiteral("/done ") + insert);
        }};
}

Found incident(const journal::Listed& listed, const incident::IncidentState& state, const Ways& ways)
{
    const QString title = words::visible(words::text(state.title));
    const QString severity = words::visible(state.severity.value);
    const QString status = words::visible(words::text(state.status));
    const QString what = parts({listed.label, severity, status}).join(QStringLiteral(" · "));
    return {{title, what, {}, {}, state.closed() ? Text::tr("past incident") : Text::tr("open incident")},
        {listed.label, severity, status, Text::tr("incident")},
        [toIncident = ways.toIncident, id = listed.id] { toIncident(id); }};
}

/// Open ones first, the newest first.
void addIncidents(std::vector<Found>& all, const session::Board& board, const Ways& ways)
{
    for (const bool closed : {false, true}) {
        for (const journal::Listed& listed : board.incidents()) {
            if (const incident::IncidentState& state = board.state(listed.id); state.closed() == closed)
                all.push_back(incident(listed, state, ways));
        }
    }
}

} // namespace

std::vector<Found> everything(Commands& commands, IncidentPage& page, const session::Board& board, const Ways& ways)
{
    const std::function<void()>& toLine = ways.toLine;
    std::vector<Found> all;
    addCommands(all, commands);
    const capture::Situation situation = page.situation();
    for (const Offer& offer : timeline::offers::actions(incident::Mark::Done, situation))
        all.push_back(action(offer, page, toLine));
    for (const Offer& offer : timeline::offers::words())
        all.push_back(word(offer, page, toLine));
    for (const Offer& offer : timeline::offers::people(situation))
        all.push_back(person(offer, page, toLine));
    for (const Offer& offer : timeline::offers::roles(situation))
        all.push_back(role(offer, page, toLine));
    addIncidents(all, board, ways);
    return all;
}

} // namespace warroom::desk
