// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/story.h"

using namespace Qt::StringLiterals;

namespace warroom::tests {

using namespace incident;

namespace {

void work(Story& story)
{
    const auto day = [](const QString& time) { return u"2026-01-31T%1:00Z"_s.arg(time); };
    story.say(day(u"14:15"_s), MilestoneSet{Milestone::ImpactStarted, {}});
    story.say(day(u"14:23"_s), MilestoneSet{Milestone::Detected, {}});
    story.say(day(u"14:24"_s), RoleAssigned{u"on-call-engineer"_s, story.person(u"Bob Smith"_s)});
    story.say(day(u"14:30"_s), RoleAssigned{u"incident-commander"_s, story.person(u"Alice Chen"_s)});
    story.say(day(u"14:31"_s), RoleAssigned{u"sme"_s, story.person(u"Carol Lee"_s)});
    story.pin(day(u"14:23"_s), u"First alert: WebSocket connection failures"_s);
    story.pin(day(u"12:00"_s), u"Deployed v2.2.0 to production"_s);
    story.pin(day(u"14:15"_s), u"Connection pool saturation began"_s);
    story.pin(day(u"14:25"_s), u"On-call acknowledged alert"_s);
    story.pin(day(u"14:30"_s), u"Escalated to Incident Commander"_s);
    story.pin(day(u"14:35"_s), u"Identified pool exhaustion, initiated rollback"_s);
    story.note(day(u"14:36"_s), u"Nobody pinned this"_s);
    story.pin(day(u"14:40"_s), u"Rollback to v2.1.3 complete"_s);
    story.pin(day(u"14:45"_s), u"Connections recovering (50%)"_s);
    const EntryId end = story.say(
        day(u"15:00"_s), StatusChanged{u"resolved"_s, false, u"Incident resolved (99.8% connections restored)"_s});
    story.say(day(u"15:00"_s), EntryFlagged{end, Flag::Pinned, true});
}

void writing(Story& story)
{
    story.section(u"summary"_s,
        u"WebSocket connections failed for all 5,000 active users due to connection pool\n"
        "exhaustion introduced in v2.2.0. Issue was mitigated by rolling back to v2.1.3."_s);
    story.section(u"users-affected"_s, u"5,000 (100% of active WebSocket users)"_s);
    story.section(u"revenue-impact"_s, u"$1,250 (estimated, based on SLA credits)"_s);
    story.section(u"customer-escalations"_s, u"3 (via support tickets)"_s);
    story.section(u"root-cause"_s,
        u"Missing timeout parameter in `gen_tcp:recv/3` call added in v2.2.0 commit abc123.\n"
        "Without timeout, connections never released back to pool, accumulating until max\n"
        "pool size (10,000) reached. New connection requests blocked indefinitely.\n"
        "\n"
        "**Code Diff:**\n"
        "```erlang\n"
        "% v2.1.3 (working)\n"
        "gen_tcp:recv(Socket, 0, 5000)\n"
        "\n"
        "% v2.2.0 (broken)\n"
        "gen_tcp:recv(Socket, 0)  % Missing timeout!\n"
        "```"_s);
    story.section(u"what-went-well"_s,
        u"- ✅ Automated alerting detected issue quickly (8 minutes after onset)\n"
        "- ✅ Rollback procedure well-documented and fast (5 minutes)\n"
        "- ✅ On-call responded within SLA (<15 minutes)\n"
        "- ✅ Communication timely and clear"_s);
    story.section(u"what-went-wrong"_s,
        u"- ❌ Missing unit test for timeout parameter\n"
        "- ❌ Code review didn't catch missing timeout\n"
        "- ❌ No canary deployment to detect issue before full rollout\n"
        "- ❌ Connection pool saturation alert missing\n"
        "- ❌ Integration test didn't simulate sustained load"_s);
    story.section(u"lessons-learned"_s,
        u"1. **Timeouts are critical** - All blocking calls must have explicit timeouts\n"
        "2. **Canary deployments prevent cascading failures** - Deploy to 10% first\n"
        "3. **Connection pool limits need monitoring** - Alert before saturation\n"
        "4. **Code review checklists** - Add \"verify all blocking calls have timeouts\""_s);
    story.section(u"related-incidents"_s, u"- INC-2025-12-15-003: Similar timeout issue in HTTP client (resolved)"_s);
}

void followUps(Story& story)
{
    struct Item {
        QString owner;
        QString due;
        QString priority;
        QString text;
        std::optional<Mark> mark;
    };
    const std::vector<Item> items{
        {u"Bob"_s, u"01"_s, u"P0"_s, u"Add timeout parameter to gen_tcp:recv/3 in v2.2.1"_s, Mark::Done},
        {u"Bob"_s, u"01"_s, u"P0"_s, u"Add unit test for connection timeout"_s, Mark::Done},
        {u"Carol"_s, u"02"_s, u"P1"_s, u"Create connection pool saturation alert"_s, Mark::Started},
        {u"DevOps"_s, u"05"_s, u"P1"_s, u"Implement canary deployment (10% traffic)"_s, {}},
        {u"QA"_s, u"07"_s, u"P2"_s, u"Add integration test for sustained load"_s, {}},
        {u"Team"_s, u"10"_s, u"P2"_s, u"Review all gen_tcp calls for missing timeouts"_s, {}},
    };
    for (const Item& item : items) {
        const EntryId id = story.followUp(item.owner, u"2026-02-"_s + item.due, item.priority, item.text);
        if (item.mark)
            story.say(u"2026-02-02T09:00:00Z"_s, ActionMarked{id, *item.mark});
    }
}

} // namespace

Story webSocketStory()
{
    Story story(u"2026-01-31T14:23:30Z"_s, u"WebSocket connections failing"_s);
    work(story);
    writing(story);
    followUps(story);
    return story;
}

} // namespace warroom::tests
