// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/exported.h"
#include "report/followed.h"
#include "report/parsed.h"
#include "report/story.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::incident;
using namespace warroom::report;
using namespace warroom::tests;

/// Runbooks in the post-mortem.
class TestFollowed : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void stepsSayWhenAndByWhom();
    void outputIsQuotedSafely();
    void redactedWordsAreMarked();
    void theyStandInThePostMortem();

private:
    static Story followed()
    {
        Story story(u"2026-01-31T14:00:00Z"_s);
        story.say(u"2026-01-31T14:10:00Z"_s,
            RunbookAttached{u"c0"_s, 3, {}, u"Pool | exhausted"_s, u"pool.md"_s, u"look\nkill *all*\nwatch"_s});
        return story;
    }
    static EntryId attached(const Story& story) { return story.state().runbooks.front().entry; }
};

void TestFollowed::stepsSayWhenAndByWhom()
{
    QCOMPARE(followedRunbooks(Story(u"2026-01-31T14:00:00Z"_s).state()), QString());
    Story story = followed();
    const EntryId pool = attached(story);
    story.say(u"2026-01-31T14:11:00Z"_s, StepMarked{pool, 0, StepMark::Done, {}, {}}, story.person(u"Dave Wong"_s));
    story.say(u"2026-01-31T14:12:00Z"_s, StepMarked{pool, 1, StepMark::Skipped, {}, u"no\naccess"_s},
        story.person(u"Dave Wong"_s));
    QCOMPARE(followedRunbooks(story.state()), uR"(**Pool \| exhausted** (pool\.md): 1 of 3 steps done

| # | Step | State | Time | By | Said |
|---|------|-------|------|----|------|
| 1 | look | done | 14:11 | Dave Wong |  |
| 2 | kill \*all\* | skipped | 14:12 | Dave Wong | no<br>access |
| 3 | watch | not done |  |  |  |)"_s);
}

void TestFollowed::outputIsQuotedSafely()
{
    Story story = followed();
    const EntryId pool = attached(story);
    const QString output = u"```\n<script>alert(1)</script>\n# ready"_s;
    story.say(u"2026-01-31T14:11:00Z"_s, StepNoted{pool, 0, true, output});
    story.say(u"2026-01-31T14:12:00Z"_s, StepNoted{pool, 0, false, u"![x](http://x.example/y.png)"_s});
    const QString markdown = followedRunbooks(story.state());
    QVERIFY(markdown.contains(u"````\n"_s + output + u"\n````"_s));
    QVERIFY(parse(markdown).active.isEmpty());
}

void TestFollowed::redactedWordsAreMarked()
{
    Story story = followed();
    const EntryId pool = attached(story);
    const EntryId noted = story.say(u"2026-01-31T14:11:00Z"_s, StepNoted{pool, 0, true, u"hunter2"_s});
    const EntryId marked = story.say(u"2026-01-31T14:12:00Z"_s, StepMarked{pool, 0, StepMark::Done, {}, u"hunter2"_s});
    story.say(u"2026-01-31T14:13:00Z"_s, EntryRedacted{{pool, noted, marked}, {}});
    const QString markdown = followedRunbooks(story.state());
    QVERIFY(!markdown.contains(u"hunter2"_s));
    QVERIFY(!markdown.contains(u"kill"_s));
    QCOMPARE(markdown.count(u"redacted"_s), 1 + 3 + 1 + 1);
}

void TestFollowed::theyStandInThePostMortem()
{
    QVERIFY(!exported(webSocketStory(), playbook::TimelineChoice::Pinned).contains(u"## Runbooks"_s));
    const Story story = followed();
    const QString document = exported(story, playbook::TimelineChoice::Pinned);
    QVERIFY(document.contains(u"## Runbooks\n\n"_s + followedRunbooks(story.state())));
}

QTEST_GUILESS_MAIN(TestFollowed)
#include "tst_followed.moc"
