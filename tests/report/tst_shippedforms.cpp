// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/people.h"
#include "playbook/lines.h"
#include "report/exported.h"
#include "report/hostile.h"
#include "report/parsed.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;

namespace {

/// An incident under a playbook, of 45 minutes, noticed after eight.
Story storyUnder(const playbook::Playbook& playbook, const QString& title)
{
    Story story(u"2026-01-31T14:23:00Z"_s, title);
    story.say(u"2026-01-31T14:23:00Z"_s, PlaybookAdopted{adopt(playbook, {})});
    story.say(u"2026-01-31T14:23:00Z"_s, SeverityChanged{playbook.severities.front().label, {}});
    story.say(u"2026-01-31T14:15:00Z"_s, MilestoneSet{Milestone::ImpactStarted, {}});
    story.say(u"2026-01-31T14:23:00Z"_s, MilestoneSet{Milestone::Detected, {}});
    return story;
}

/// "1 Title", "2 Summary", ...
QStringList headings(const Parsed& parsed)
{
    QStringList found;
    for (const Block& block : parsed.blocks) {
        if (block.kind == Block::Kind::Heading)
            found += QString::number(block.number) + u' ' + block.text;
    }
    return found;
}

QString shown(const QString& document) { return document + u"\n---\n"_s; }

} // namespace

/// The post-mortems of the shipped playbooks that have a form of their own.
class TestShippedForms : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void headingsInOrder_data();
    void headingsInOrder();
    void rootCauseAnalysis();
    void gatewaySummary();
    void fourMomentsOfTai();
    void everySectionIsShown_data() { headingsInOrder_data(); }
    void everySectionIsShown();
    void hostileTextsStayTexts_data() { headingsInOrder_data(); }
    void hostileTextsStayTexts();
};

void TestShippedForms::headingsInOrder_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("below");
    QTest::newRow("erlmcp v3") << u"erlmcp-v3-playbook"_s << u"ROOT CAUSE ANALYSIS"_s
                               << QStringList{u"2 Timeline"_s, u"2 Root Cause"_s, u"2 Contributing Factors"_s,
                                      u"2 Solution Implemented"_s, u"2 Lessons Learned"_s, u"2 Action Items"_s};
    QTest::newRow("MCP gateway") << u"mcp-edge-gateway-playbook"_s << u"Post-Mortem: %1"_s
                                 << QStringList{u"2 Summary"_s, u"2 Timeline"_s, u"2 Root Cause"_s,
                                        u"2 Contributing Factors"_s, u"2 What Went Well"_s,
                                        u"2 What Could Be Improved"_s, u"2 Action Items"_s, u"2 Lessons Learned"_s};
    QTest::newRow("TAI") << u"tai-autonomics-playbook"_s << u"POST-MORTEM: %1"_s
                         << QStringList{
                                u"2 Timeline"_s, u"2 Root Cause"_s, u"2 Contributing Factors"_s, u"2 Action Items"_s};
}

void TestShippedForms::headingsInOrder()
{
    QFETCH(QString, name);
    QFETCH(QString, title);
    QFETCH(QStringList, below);
    const auto playbook = playbook::shippedPlaybook(name);
    QVERIFY(playbook);
    for (const QString& written : {u"Checkout fails"_s, u"# <b>x</b>"_s}) {
        const QString document = exported(storyUnder(*playbook, written), playbook->postMortem.timeline, *playbook);
        const Parsed parsed = parse(document);
        QCOMPARE(headings(parsed), QStringList(u"1 "_s + QString(title).replace(u"%1"_s, written)) + below);
        QVERIFY2(parsed.active.isEmpty(), qPrintable(shown(document) + parsed.active.join(u' ')));
        QVERIFY2(document.endsWith(u'\n') && !document.endsWith(u"\n\n"_s), qPrintable(shown(document)));
    }
}

void TestShippedForms::rootCauseAnalysis()
{
    const auto playbook = playbook::shippedPlaybook(u"erlmcp-v3-playbook"_s);
    QVERIFY(playbook);
    Story story = storyUnder(*playbook, u"It broke"_s);
    story.note(u"2026-01-31T14:30:00Z"_s, u"Nobody pinned this"_s);
    const QString document = exported(story, playbook->postMortem.timeline, *playbook);
    QVERIFY2(document.startsWith(u"# ROOT CAUSE ANALYSIS\n\n**Incident ID:** INC-2026-01-31-001\n\n## Timeline\n"_s),
        qPrintable(shown(document)));
    // A complete timeline.
    QVERIFY2(document.contains(u"| 14:30 | Nobody pinned this | Alice Chen |"_s), qPrintable(shown(document)));
}

void TestShippedForms::gatewaySummary()
{
    const auto playbook = playbook::shippedPlaybook(u"mcp-edge-gateway-playbook"_s);
    QVERIFY(playbook);
    Story story = storyUnder(*playbook, u"It broke"_s);
    const QString unwritten = exported(story, playbook->postMortem.timeline, *playbook);
    QCOMPARE(lineStarting(unwritten, u"- **Impact**"_s), u"- **Impact**: _Nobody has written this yet._"_s);

    story.say(u"2026-01-31T14:30:00Z"_s, ImpactDescribed{u"Nobody can connect"_s});
    story.say(u"2026-01-31T15:00:00Z"_s, MilestoneSet{Milestone::Resolved, {}});
    const QString document = exported(story, playbook->postMortem.timeline, *playbook);
    QVERIFY2(document.contains(u"\n## Summary\n\n"
                               "- **Date**: 2026-01-31\n"
                               "- **Duration**: 37 minutes (14:23 - 15:00 UTC)\n"
                               "- **Severity**: SEV-1 (Critical)\n"
                               "- **Impact**: Nobody can connect\n\n## Timeline\n"_s),
        qPrintable(shown(document)));
}

void TestShippedForms::fourMomentsOfTai()
{
    const auto playbook = playbook::shippedPlaybook(u"tai-autonomics-playbook"_s);
    QVERIFY(playbook);
    Story story = storyUnder(*playbook, u"It broke"_s);
    const QString early = exported(story, playbook->postMortem.timeline, *playbook);
    QVERIFY2(early.contains(u"\n- unknown - Resolved\n- _Nobody has written this yet._ - Root cause found\n"_s),
        qPrintable(shown(early)));

    story.say(u"2026-01-31T15:00:00Z"_s, MilestoneSet{Milestone::Resolved, {}});
    story.section(u"root-cause-found"_s, u"2026-01-31 16:10 UTC"_s);
    const QString document = exported(story, playbook->postMortem.timeline, *playbook);
    const QStringList moments{u"2026-01-31 14:15 UTC - Incident started"_s, u"2026-01-31 14:23 UTC - Detected"_s,
        u"2026-01-31 15:00 UTC - Resolved"_s, u"2026-01-31 16:10 UTC - Root cause found"_s};
    QCOMPARE(parse(document).texts(Block::Kind::Point), moments);
    // Below them what was logged, as in every timeline.
    QVERIFY(eventsOf(document).contains(u"It broke"_s));
}

void TestShippedForms::everySectionIsShown()
{
    QFETCH(QString, name);
    const auto playbook = playbook::shippedPlaybook(name);
    QVERIFY(playbook);
    Story story = storyUnder(*playbook, u"It broke"_s);
    for (const playbook::Section& section : playbook->postMortem.sections)
        story.section(section.id, u"words of "_s + section.id);
    story.followUp(u"Bob"_s, u"2026-02-01"_s, {}, u"Do better"_s);
    const QString document = exported(story, playbook->postMortem.timeline, *playbook);
    for (const playbook::Section& section : playbook->postMortem.sections)
        QVERIFY2(document.contains(u"words of "_s + section.id), qPrintable(shown(document) + section.id));
    QVERIFY(document.contains(u"| Do better | Bob | 2026-02-01 |  | Planned |"_s));
}

void TestShippedForms::hostileTextsStayTexts()
{
    QFETCH(QString, name);
    QFETCH(QStringList, below);
    const auto playbook = playbook::shippedPlaybook(name);
    QVERIFY(playbook);
    Hostile hostile(7);
    for (int i = 0; i < 200; ++i) {
        Story story = storyUnder(*playbook, u't' + hostile.line());
        story.say(u"2026-01-31T14:30:00Z"_s, ImpactDescribed{u'i' + hostile.text(4)});
        story.pin(u"2026-01-31T14:31:00Z"_s, u'p' + hostile.text(4));
        story.followUp(u'n' + hostile.line(), u"2026-02-01"_s, hostile.line(), u'f' + hostile.text(3));
        for (const playbook::Section& section : playbook->postMortem.sections)
            story.section(section.id, u's' + hostile.text(6));
        const QString document = exported(story, playbook->postMortem.timeline, *playbook);
        const Parsed parsed = parse(document);
        QVERIFY2(parsed.active.isEmpty(), qPrintable(shown(document) + parsed.active.join(u' ')));
        QCOMPARE(headings(parsed).sliced(1), below);
    }
}

QTEST_APPLESS_MAIN(TestShippedForms)
#include "tst_shippedforms.moc"
