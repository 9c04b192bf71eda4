// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/statusupdate.h"
#include "report/story.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::incident;
using namespace warroom::report;
using namespace warroom::tests;

namespace {

/// Declared at 14:00 with an action that is done, one under way, one open, and a hypothesis.
Story atWork()
{
    Story story(u"2026-01-31T14:00:00Z"_s, u"Sockets drop"_s);
    story.say(u"2026-01-31T14:01:00Z"_s, ImpactDescribed{u"5,000 users"_s});
    story.say(u"2026-01-31T14:02:00Z"_s, Noted{NoteKind::Hypothesis, u"the pool leaks"_s});
    const EntryId done = story.say(u"2026-01-31T14:03:00Z"_s, ActionAssigned{{}, {}, u"Roll back"_s});
    const EntryId started = story.say(u"2026-01-31T14:04:00Z"_s, ActionAssigned{{}, {}, u"Drain prod-3"_s});
    story.say(u"2026-01-31T14:05:00Z"_s, ActionAssigned{story.person(u"Dave Wong"_s), {}, u"Watch the error rate"_s});
    story.say(u"2026-01-31T14:08:00Z"_s, ActionMarked{done, Mark::Done});
    story.say(u"2026-01-31T14:09:00Z"_s, ActionMarked{started, Mark::Started});
    return story;
}

const Instant now = at(u"2026-01-31T14:10:20Z"_s);

QString textOf(const UpdateForm& form, const Story& story, const playbook::Audience& audience = {})
{
    const Result<QString> text = updateText(form, story.state(), tests::playbook(), audience, now);
    return text ? *text : u"refused: "_s + text.error().detail;
}

} // namespace

class TestStatusUpdate : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theFormIsFilledFromWhatWasLogged();
    void theFormGoesOnFromTheLastUpdate();
    void whatIsOverIsAnnouncedNoMore();
    void whatSomebodyAddedToAStepIsSaidAgain();
    void anAudienceHasItsOwnLastUpdate();
    void theEndSaysWhatFixedItAndPromisesNothing();
    void noChangeSaysSinceWhen();
    void redactedWordsAreInNoForm();
    void whatIsSensitiveIsInNoForm();
    void theFirstUpdate();
    void aRegularUpdate();
    void theResolution();
    void whatIsNotKnownIsLeftOut();
    void aResolutionKnowsNoDurationWhereItWasOverBeforeItWasNoticed();
    void itStartedWithTheImpactWhereThatIsKnown();
    void aTeamsOwnTemplate();
    void whatPeopleTypedIsNoTemplate();
};

void TestStatusUpdate::theFormIsFilledFromWhatWasLogged()
{
    UpdateForm form = regularForm(atWork().state(), {}, now);
    QCOMPARE(form.status, u"investigating"_s);
    QCOMPARE(form.impact, u"5,000 users"_s);
    QCOMPARE(form.done, u"✓ Roll back\n◔ Drain prod-3"_s);
    QCOMPARE(form.cause, u"the pool leaks"_s);
    QCOMPARE(form.nextSteps, u"- Watch the error rate (Dave Wong)"_s);
}

void TestStatusUpdate::theFormGoesOnFromTheLastUpdate()
{
    Story story = atWork();
    story.say(
        u"2026-01-31T14:10:00Z"_s, UpdateSent{{}, {}, u"We are on it."_s, u"the pool is full"_s, u"- Watch closely"_s});
    UpdateForm form = regularForm(story.state(), {}, now);
    QCOMPARE(form.done, u"◔ Drain prod-3"_s); // what was done before has been told
    QCOMPARE(form.cause, u"the pool is full"_s);
    QCOMPARE(form.nextSteps, u"- Watch the error rate (Dave Wong)\n- Watch closely"_s);
    QVERIFY(sinceLastUpdate(story.state(), {}).empty());

    story.say(u"2026-01-31T14:10:10Z"_s, Noted{NoteKind::Hypothesis, u"recv has no timeout"_s});
    QCOMPARE(regularForm(story.state(), {}, now).cause, u"recv has no timeout"_s);
    QCOMPARE(sinceLastUpdate(story.state(), {}).size(), std::size_t(1));
}

void TestStatusUpdate::whatIsOverIsAnnouncedNoMore()
{
    Story story(u"2026-01-31T14:00:00Z"_s);
    const EntryId action = story.say(u"2026-01-31T14:03:00Z"_s, ActionAssigned{{}, {}, u"Roll back"_s});
    story.say(u"2026-01-31T14:05:00Z"_s,
        UpdateSent{{}, {}, u"We are on it."_s, {}, u"- Roll back (Dave Wong)\n- Roll back slowly\n- Watch closely"_s});
    story.say(u"2026-01-31T14:06:00Z"_s, ActionMarked{action, Mark::Done});
    QCOMPARE(regularForm(story.state(), {}, now).nextSteps, u"- Roll back slowly\n- Watch closely"_s);
}

void TestStatusUpdate::whatSomebodyAddedToAStepIsSaidAgain()
{
    Story story = atWork();
    story.say(u"2026-01-31T14:10:00Z"_s,
        UpdateSent{{}, {}, u"We are on it."_s, {}, u"- Watch the error rate (Dave Wong), all night"_s});
    QCOMPARE(regularForm(story.state(), {}, now).nextSteps, u"- Watch the error rate (Dave Wong), all night"_s);

    Story nobodys(u"2026-01-31T14:00:00Z"_s);
    nobodys.say(u"2026-01-31T14:03:00Z"_s, ActionAssigned{{}, {}, u"Roll back"_s});
    nobodys.say(u"2026-01-31T14:05:00Z"_s, UpdateSent{{}, {}, u"We are on it."_s, {}, u"- Roll back slowly"_s});
    QCOMPARE(regularForm(nobodys.state(), {}, now).nextSteps, u"- Roll back slowly"_s);
}

void TestStatusUpdate::anAudienceHasItsOwnLastUpdate()
{
    Story story = atWork();
    story.say(u"2026-01-31T14:10:00Z"_s, UpdateSent{u"Customers"_s, {}, u"Sorry."_s});
    QVERIFY(!lastUpdate(story.state(), {}));
    QCOMPARE(lastUpdate(story.state(), u"Customers"_s)->text, u"Sorry."_s);
    QCOMPARE(regularForm(story.state(), {}, now).done, u"✓ Roll back\n◔ Drain prod-3"_s);
    QCOMPARE(regularForm(story.state(), u"Customers"_s, now).done, u"◔ Drain prod-3"_s);
}

void TestStatusUpdate::theEndSaysWhatFixedItAndPromisesNothing()
{
    Story story = atWork();
    story.say(u"2026-01-31T14:09:30Z"_s, UpdateSent{{}, {}, u"We are on it."_s, {}, u"- Watch closely"_s});
    story.say(u"2026-01-31T14:10:00Z"_s, StatusChanged{u"resolved"_s, false, {}});
    UpdateForm form = regularForm(story.state(), {}, now);
    QCOMPARE(form.status, u"resolved"_s);
    QCOMPARE(form.done, u"✓ Roll back\n◔ Drain prod-3"_s); // all of it, though one was told before
    QCOMPARE(form.nextSteps, u"- Watch the error rate (Dave Wong)"_s);
    QVERIFY(!form.nextDue);
    story.say(u"2026-01-31T14:10:10Z"_s, StatusChanged{u"resolved"_s, false, u"Back on v2.1.3"_s});
    QCOMPARE(regularForm(story.state(), {}, now).done, u"Back on v2.1.3"_s);
}

void TestStatusUpdate::noChangeSaysSinceWhen()
{
    Story story = atWork();
    QCOMPARE(unchangedForm(story.state(), {}, now), regularForm(story.state(), {}, now));
    story.say(u"2026-01-31T14:10:00Z"_s, UpdateSent{{}, {}, u"We are on it."_s, u"the pool is full"_s, {}});
    UpdateForm form = unchangedForm(story.state(), {}, now);
    QCOMPARE(form.done, u"No change since 14:10 UTC."_s);
    QCOMPARE(form.cause, u"the pool is full"_s);
    QCOMPARE(form.impact, u"5,000 users"_s);
}

void TestStatusUpdate::redactedWordsAreInNoForm()
{
    Story story(u"2026-01-31T14:00:00Z"_s);
    const EntryId guess = story.say(u"2026-01-31T14:02:00Z"_s, Noted{NoteKind::Hypothesis, u"hunter2"_s});
    const EntryId action = story.say(u"2026-01-31T14:03:00Z"_s, ActionAssigned{{}, {}, u"hunter2"_s});
    const EntryId impact = story.say(u"2026-01-31T14:03:00Z"_s, ImpactDescribed{u"hunter2"_s});
    story.say(u"2026-01-31T14:04:00Z"_s, EntryRedacted{{guess, action, impact}, {}});
    const UpdateForm form = regularForm(story.state(), {}, now);
    QCOMPARE(form.impact + form.done + form.cause + form.nextSteps, QString());
}

void TestStatusUpdate::whatIsSensitiveIsInNoForm()
{
    Story story = atWork();
    const std::vector<EntryPtr> entries = story.state().entries;
    for (const EntryPtr& entry : entries)
        story.say(u"2026-01-31T14:09:30Z"_s, EntryFlagged{entry->id, Flag::Sensitive, true});
    const UpdateForm form = regularForm(story.state(), {}, now);
    QCOMPARE(form.impact + form.done + form.cause + form.nextSteps, QString());
    story.say(u"2026-01-31T14:09:40Z"_s, Noted{NoteKind::Hypothesis, u"recv has no timeout"_s});
    QCOMPARE(regularForm(story.state(), {}, now).cause, u"recv has no timeout"_s);
    const EntryId end = story.say(u"2026-01-31T14:09:50Z"_s, StatusChanged{u"resolved"_s, false, u"Paid the ransom"_s});
    QCOMPARE(regularForm(story.state(), {}, now).done, u"Paid the ransom"_s);
    story.say(u"2026-01-31T14:09:55Z"_s, EntryFlagged{end, Flag::Sensitive, true});
    QCOMPARE(regularForm(story.state(), {}, now).done, QString());
}

void TestStatusUpdate::theFirstUpdate()
{
    const Story story = atWork();
    UpdateForm form = regularForm(story.state(), {}, now);
    form.nextDue = at(u"2026-01-31T14:25:00Z"_s);
    QCOMPARE(textOf(form, story), uR"([P0] Sockets drop
SEVERITY: P0 (Critical)
STATUS: investigating
IMPACT: 5,000 users
START TIME: 2026-01-31 14:00:00 UTC
INCIDENT COMMANDER: nobody yet

CURRENT ACTIONS:
✓ Roll back
◔ Drain prod-3

SUSPECTED CAUSE: the pool leaks

NEXT STEPS:
- Watch the error rate (Dave Wong)

NEXT UPDATE: 15 minutes (14:25 UTC))"_s);
}

void TestStatusUpdate::aRegularUpdate()
{
    Story story = atWork();
    story.say(u"2026-01-31T14:06:00Z"_s, UpdateSent{{}, {}, u"We are on it."_s});
    UpdateForm form = regularForm(story.state(), {}, now);
    form.status = u"Mitigating"_s;
    form.nextDue = at(u"2026-02-01T00:10:20Z"_s);
    QCOMPARE(textOf(form, story), uR"([P0] UPDATE – Sockets drop
SEVERITY: P0 (Critical)
STATUS: Mitigating
IMPACT: 5,000 users
ELAPSED: 10 minutes

ACTIONS TAKEN:
✓ Roll back
◔ Drain prod-3

SUSPECTED CAUSE: the pool leaks

NEXT STEPS:
- Watch the error rate (Dave Wong)

NEXT UPDATE: 10 hours (2026-02-01 00:10 UTC))"_s);
}

void TestStatusUpdate::theResolution()
{
    Story story = atWork();
    story.followUp(u"Bob"_s, u"2026-02-01"_s, u"P0"_s, u"Add the timeout"_s);
    story.say(u"2026-01-31T14:10:00Z"_s, StatusChanged{u"resolved"_s, false, {}});
    const UpdateForm form = regularForm(story.state(), {}, now);
    QCOMPARE(textOf(form, story), uR"([P0] RESOLVED – Sockets drop
SEVERITY: P0 (Critical)
STATUS: resolved
IMPACT: 5,000 users
DURATION: 10 minutes (14:00 - 14:10 UTC)
INCIDENT COMMANDER: nobody yet

ROOT CAUSE:
the pool leaks

RESOLUTION:
✓ Roll back
◔ Drain prod-3

FOLLOW-UP ACTIONS:
- [ ] Add the timeout)"_s);
}

void TestStatusUpdate::whatIsNotKnownIsLeftOut()
{
    const Story story(u"2026-01-31T14:00:00Z"_s);
    QCOMPARE(textOf({u"Investigating"_s, {}, {}, {}, {}, {}}, story), uR"([P0] It broke
SEVERITY: P0 (Critical)
STATUS: Investigating
START TIME: 2026-01-31 14:00:00 UTC
INCIDENT COMMANDER: nobody yet)"_s);
}

void TestStatusUpdate::aResolutionKnowsNoDurationWhereItWasOverBeforeItWasNoticed()
{
    Story story(u"2026-01-31T14:00:00Z"_s);
    story.say(u"2026-01-31T14:05:00Z"_s, StatusChanged{u"resolved"_s, false, {}});
    story.say(u"2026-01-31T14:10:00Z"_s, MilestoneSet{Milestone::Detected, {}});
    QCOMPARE(textOf(regularForm(story.state(), {}, now), story), uR"([P0] RESOLVED – It broke
SEVERITY: P0 (Critical)
STATUS: resolved
INCIDENT COMMANDER: nobody yet

FOLLOW-UP ACTIONS: none yet)"_s);
}

void TestStatusUpdate::itStartedWithTheImpactWhereThatIsKnown()
{
    Story story(u"2026-01-31T14:00:00Z"_s);
    const auto started = [&](const QString& time) { return textOf({}, story).contains(u"START TIME: "_s + time); };
    story.say(u"2026-01-31T13:50:00Z"_s, MilestoneSet{Milestone::Detected, {}});
    QVERIFY(started(u"2026-01-31 13:50:00 UTC"_s));
    story.say(u"2026-01-31T13:40:00Z"_s, MilestoneSet{Milestone::ImpactStarted, {}});
    QVERIFY(started(u"2026-01-31 13:40:00 UTC"_s));
}

void TestStatusUpdate::aTeamsOwnTemplate()
{
    playbook::Audience customers{u"Customers"_s, u"Customers"_s, {}, {}, {}, {}};
    customers.initial = u"We know: {{impact}}{{#cause}} ({{cause}}){{/cause}}.\r\nNo {{number}} to {{audience}}.\n"_s;
    const Story story = atWork();
    QCOMPARE(textOf(regularForm(story.state(), customers.id, now), story, customers),
        u"We know: 5,000 users (the pool leaks).\nNo 1 to Customers."_s);
    customers.initial = u"{{impakt}}"_s;
    QCOMPARE(textOf({}, story, customers), u"refused: impakt"_s);
}

void TestStatusUpdate::whatPeopleTypedIsNoTemplate()
{
    Story story(u"2026-01-31T14:00:00Z"_s, u"{{impact}} & <b>"_s);
    const QString text = textOf({u"Investigating"_s, u"{{title}}"_s, {}, {}, {}, {}}, story);
    QVERIFY2(text.startsWith(u"[P0] {{impact}} & <b>\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"IMPACT: {{title}}\n"_s), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestStatusUpdate)
#include "tst_statusupdate.moc"
