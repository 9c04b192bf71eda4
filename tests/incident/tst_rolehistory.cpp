// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/rolehistory.h"
#include "incident/story.h"
#include "support/quiettest.h"

#include <QRandomGenerator>

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString commander = u"incident-commander"_s;
const QString onCall = u"on-call"_s;
const PersonRef bob = named(u"Bob"_s);
const PersonRef carol = named(u"Carol"_s);

/// "Bob 14:01–14:05", "Carol 14:05–"
QStringList told(const IncidentState& state, const QString& role)
{
    QStringList lines;
    for (const Tenure& tenure : roleHistory(state, role)) {
        lines << state.person(tenure.person)->shown() + u' ' + shown(tenure.from) + u'–'
                + (tenure.to ? shown(*tenure.to) : QString());
    }
    return lines;
}

} // namespace

/// Who held a role, and when.
class TstRoleHistory : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyHeldIt();
    void aRoleForOnePassesOn();
    void aReleasedRoleIsFreeUntilSomebodyTakesIt();
    void aRoleForSeveralIsHeldSideBySide();
    void whatIsSaidLateStandsWhereItHappened();
    void whatWasTakenBackNeverWas();
    void whoHoldsItNowIsWhomTheStateSays();
    void theRolesOfAnAct();
};

void TstRoleHistory::nobodyHeldIt()
{
    const Story story = Story::declared();
    QCOMPARE(told(story.state(), commander), QStringList());
    QCOMPARE(told(story.state(), u"no such role"_s), QStringList());
}

void TstRoleHistory::aRoleForOnePassesOn()
{
    Story story = Story::declared();
    story.at(u"14:01"_s).says(AssignRole{commander, bob});
    story.at(u"14:05"_s).says(AssignRole{commander, carol});
    story.at(u"14:09"_s).says(AssignRole{commander, bob});
    QCOMPARE(
        told(story.state(), commander), (QStringList{u"Bob 14:01–14:05"_s, u"Carol 14:05–14:09"_s, u"Bob 14:09–"_s}));
    QCOMPARE(told(story.state(), onCall), QStringList());
}

void TstRoleHistory::aReleasedRoleIsFreeUntilSomebodyTakesIt()
{
    Story story = Story::declared();
    story.at(u"14:01"_s).says(AssignRole{commander, bob});
    story.at(u"14:03"_s).says(ReleaseRole{commander, {}});
    story.at(u"14:07"_s).says(AssignRole{commander, carol});
    QCOMPARE(told(story.state(), commander), (QStringList{u"Bob 14:01–14:03"_s, u"Carol 14:07–"_s}));
}

void TstRoleHistory::aRoleForSeveralIsHeldSideBySide()
{
    Story story = Story::declared();
    story.at(u"14:01"_s).says(AssignRole{onCall, bob});
    story.at(u"14:02"_s).says(AssignRole{onCall, carol});
    story.at(u"14:03"_s).says(ReleaseRole{onCall, bob});
    QCOMPARE(told(story.state(), onCall), (QStringList{u"Bob 14:01–14:03"_s, u"Carol 14:02–"_s}));
}

void TstRoleHistory::whatIsSaidLateStandsWhereItHappened()
{
    Story story = Story::declared();
    story.at(u"14:05"_s).says(AssignRole{commander, carol});
    story.at(u"14:10"_s).happened(u"14:02"_s).says(AssignRole{commander, bob});
    QCOMPARE(told(story.state(), commander), (QStringList{u"Bob 14:02–14:05"_s, u"Carol 14:05–"_s}));
}

void TstRoleHistory::whatWasTakenBackNeverWas()
{
    Story story = Story::declared();
    story.at(u"14:01"_s).says(AssignRole{commander, bob});
    const EntryId mistake = story.at(u"14:05"_s).says(AssignRole{commander, carol});
    story.at(u"14:06"_s).says(RetractAct{mistake, {}});
    QCOMPARE(told(story.state(), commander), QStringList{u"Bob 14:01–"_s});
}

void TstRoleHistory::whoHoldsItNowIsWhomTheStateSays()
{
    QRandomGenerator random(3);
    const std::vector<PersonRef> people{bob, carol, named(u"Dan"_s)};
    for (int n = 0; n < 200; ++n) {
        Story story = Story::declared();
        for (int step = 0; step < 12; ++step) {
            const QString role = random.bounded(2) == 0 ? commander : onCall;
            const PersonRef& person = people[random.bounded(3U)];
            story.happened(u"14:%1"_s.arg(random.bounded(10), 2, 10, QLatin1Char('0')));
            if (random.bounded(3) == 0)
                story.say(ReleaseRole{role, person}); // refused where they do not hold it
            else
                story.say(AssignRole{role, person});
        }
        for (const QString& role : {commander, onCall}) {
            QSet<PersonId> held;
            for (const Tenure& tenure : roleHistory(story.state(), role)) {
                if (!tenure.to)
                    held.insert(tenure.person);
            }
            const std::vector<PersonId> holders = story.state().holders(role);
            QCOMPARE(held, QSet<PersonId>(holders.begin(), holders.end()));
        }
    }
}

void TstRoleHistory::theRolesOfAnAct()
{
    Story story = Story::declared();
    const EntryId act = story.says(AssignRole{commander, bob});
    const PersonId person = *story.state().commander();
    const std::vector<RoleAssigned> given{{commander, person}};
    QVERIFY(rolesGiven(story.state(), act) == given);
    story.says(AssignRole{onCall, carol});
    QVERIFY(rolesGiven(story.state(), act) == given);
    story.says(RetractAct{act, {}});
    QVERIFY(rolesGiven(story.state(), act).empty());
}

QTEST_GUILESS_MAIN(TstRoleHistory)
#include "tst_rolehistory.moc"
