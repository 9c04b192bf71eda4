// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/everything.h"

#include "desk/commands.h"
#include "desk/incidentpage.h"
#include "timeline/offers.h"
#include "timeline/timelinecard.h"

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
    const QString what = parts({known.insert, known.what}).join(QStringLiteral(" · "));
    return {{known.name.isEmpty() ? known.insert : known.name, what, {}, {}, Text::tr("person")},
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

} // namespace

std::vector<Found> everything(Commands& commands, IncidentPage& page, const std::function<void()>& toLine)
{
    std::vector<Found> all;
    addCommands(all, commands);
    const capture::Situation situation = page.situation();
    for (const Offer& offer : timeline::offers::words())
        all.push_back(word(offer, page, toLine));
    for (const Offer& offer : timeline::offers::people(situation))
        all.push_back(person(offer, page, toLine));
    for (const Offer& offer : timeline::offers::roles(situation))
        all.push_back(role(offer, page, toLine));
    return all;
}

} // namespace warroom::desk
