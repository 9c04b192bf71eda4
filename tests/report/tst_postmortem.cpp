// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hidden.h"
#include "incident/prose.h"
#include "report/exported.h"
#include "report/hostile.h"
#include "report/markdown.h"
#include "report/parsed.h"
#include "report/story.h"
#include "support/quiettest.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::incident;
using namespace warroom::report;
using namespace warroom::tests;
using playbook::TimelineChoice;

class TestPostMortem : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void webSocketIncident();
    void nothingWrittenSaysSo();
    void redactedWordsAreMarkedEverywhere();
    void durations_data();
    void durations();
    void handOverOfTheCommand();
    void hostileTextsStayTexts();
};

void TestPostMortem::webSocketIncident()
{
    const QString document = exported(webSocketStory(), TimelineChoice::Pinned);
    QCOMPARE(exported(webSocketStory(), TimelineChoice::Pinned), document);
    QVERIFY(parse(document).active.isEmpty());

    QFile golden(QStringLiteral(WARROOM_GOLDEN "/websocket.md"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    const QString wanted = QString::fromUtf8(golden.readAll());
    if (document == wanted)
        return;
    QFile got(u"websocket.md"_s);
    QVERIFY(got.open(QIODevice::WriteOnly));
    got.write(document.toUtf8());
    QFAIL(qPrintable(
        u"%1\nThe whole of it is in %2"_s.arg(difference(wanted, document), QFileInfo(got).absoluteFilePath())));
}

void TestPostMortem::nothingWrittenSaysSo()
{
    const QString document = exported(Story(u"2026-01-31T14:23:00Z"_s));
    const QString unwritten = u"Nobody has written this yet."_s;
    // Summary, three points of the impact, root cause, well, wrong, action items, lessons, related incidents.
    QCOMPARE(parse(document).emphasised, QStringList(10, unwritten));
    QVERIFY(document.contains(u"## Action Items\n\n_Nobody has written this yet._\n"_s));
    QVERIFY(document.contains(u"**Incident Commander:** nobody\\\n**Responders:** nobody\n"_s));
    QVERIFY(document.endsWith(u"## Related Incidents\n\n_Nobody has written this yet._\n"_s));
}

void TestPostMortem::redactedWordsAreMarkedEverywhere()
{
    Story story(u"2026-01-31T14:00:00Z"_s);
    const EntryId title = story.say(u"2026-01-31T14:01:00Z"_s, IncidentRetitled{u"hunter2"_s});
    const EntryId impact = story.say(u"2026-01-31T14:01:00Z"_s, ImpactDescribed{u"hunter2"_s});
    const EntryId cause = story.say(u"2026-01-31T14:01:00Z"_s, SectionWritten{u"root-cause"_s, u"hunter2"_s});
    const EntryId item = story.followUp(u"Bob"_s, u"2026-02-01"_s, u"P1"_s, u"hunter2"_s);
    story.say(u"2026-01-31T14:02:00Z"_s, EntryRedacted{{title, impact, cause, item}, {}});

    const QString document = exported(story);
    QVERIFY(!document.contains(u"hunter2"_s));
    QVERIFY(document.startsWith(u"# Post-Mortem: \\[redacted\\]\n"_s));
    QVERIFY(document.contains(u"## Impact\n\n\\[redacted\\]\n"_s));
    QVERIFY(document.contains(u"## Root Cause\n\n\\[redacted\\]\n"_s));
    QVERIFY(document.contains(u"| \\[redacted\\] | Bob | 2026-02-01 |  | Planned |"_s));
}

void TestPostMortem::durations_data()
{
    QTest::addColumn<QString>("impactStarted");
    QTest::addColumn<QString>("detected");
    QTest::addColumn<QString>("resolved");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("impact");
    const QString none;
    QTest::newRow("unresolved") << u"13:50"_s << none << none << u"ongoing since 14:00 UTC"_s << u"ongoing"_s;
    QTest::newRow("from the declaration")
        << none << none << u"14:01"_s << u"1 minute (14:00 - 14:01 UTC)"_s << u"1 minute from the declaration"_s;
    QTest::newRow("from the alert") << u"13:50"_s << u"13:58"_s << u"15:58"_s << u"2 hours (13:58 - 15:58 UTC)"_s
                                    << u"2 hours from the alert; 2 hours 8 minutes from the start of impact"_s;
    QTest::newRow("at once") << none << none << u"14:00"_s << u"less than a minute (14:00 - 14:00 UTC)"_s
                             << u"less than a minute from the declaration"_s;
    QTest::newRow("out of order") << u"14:10"_s << none << u"13:00"_s << u"unknown (14:00 - 13:00 UTC)"_s
                                  << u"unknown"_s;
}

void TestPostMortem::durations()
{
    QFETCH(QString, impactStarted);
    QFETCH(QString, detected);
    QFETCH(QString, resolved);
    Story story(u"2026-01-31T14:00:00Z"_s);
    const auto reach = [&](Milestone milestone, const QString& time) {
        if (!time.isEmpty())
            story.say(u"2026-01-31T%1:00Z"_s.arg(time), MilestoneSet{milestone, {}});
    };
    reach(Milestone::ImpactStarted, impactStarted);
    reach(Milestone::Detected, detected);
    reach(Milestone::Resolved, resolved);
    const QString document = exported(story);
    QFETCH(QString, header);
    QFETCH(QString, impact);
    QCOMPARE(lineStarting(document, u"**Duration:**"_s), u"**Duration:** "_s + header + u'\\');
    QCOMPARE(lineStarting(document, u"- **Duration:**"_s), u"- **Duration:** "_s + impact);
}

void TestPostMortem::handOverOfTheCommand()
{
    Story story(u"2026-01-31T14:00:00Z"_s);
    const PersonId bob = story.person(u"Bob Smith"_s);
    const PersonId carol = story.person(u"Carol Lee"_s);
    story.say(u"2026-01-31T14:01:00Z"_s, RoleAssigned{u"sme"_s, carol});
    story.say(u"2026-01-31T14:02:00Z"_s, RoleAssigned{u"incident-commander"_s, bob});
    story.say(u"2026-01-31T14:03:00Z"_s, RoleAssigned{u"on-call-engineer"_s, bob});
    story.say(u"2026-01-31T14:04:00Z"_s, RoleAssigned{u"on-call-engineer"_s, carol});
    story.say(u"2026-01-31T14:05:00Z"_s, RoleReleased{u"on-call-engineer"_s, carol});
    story.say(u"2026-01-31T14:06:00Z"_s, RoleAssigned{u"incident-commander"_s, carol});
    const QString text = parse(exported(story)).texts(Block::Kind::Paragraph).first();
    QVERIFY2(text.contains(u"\nIncident Commander: Bob Smith, then Carol Lee\n"_s), qPrintable(text));
    QVERIFY2(text.endsWith(u"\nResponders: Carol Lee (Subject Matter Expert, On-Call Engineer), "
                           "Bob Smith (On-Call Engineer)"_s),
        qPrintable(text));
}

void TestPostMortem::hostileTextsStayTexts()
{
    // WARROOM_HOSTILE_DOCUMENTS=200000 for a long run.
    const int given = qEnvironmentVariableIntValue("WARROOM_HOSTILE_DOCUMENTS");
    Hostile hostile(5);
    for (int i = 0; i < (given > 0 ? given : 1'000); ++i) {
        const QString title = u't' + hostile.line();
        Story story(u"2026-01-31T14:00:00Z"_s, title);
        const QString name = u'n' + hostile.line();
        story.say(u"2026-01-31T14:00:01Z"_s, RoleAssigned{u"incident-commander"_s, story.person(name)});
        QStringList events;
        for (int minute = 10; minute < 16; ++minute) {
            const QString text = u'e' + cleaned(hostile.text(5));
            story.pin(u"2026-01-31T14:%1:00Z"_s.arg(minute), text);
            events += text;
        }
        const QString item = u'i' + hostile.text(3);
        story.followUp(name, u"2026-02-01"_s, hostile.line(), item);
        story.say(u"2026-01-31T14:20:00Z"_s, ImpactDescribed{hostile.text(4)});
        story.section(u"users-affected"_s, u'u' + hostile.text(4));
        story.section(u"root-cause"_s, u'r' + hostile.text(8));

        const QString document = exported(story, TimelineChoice::Pinned);
        const Parsed parsed = parse(document);
        QVERIFY2(parsed.active.isEmpty(), qPrintable(parsed.active.join(u' ') + u'\n' + document));
        QVERIFY2(parsed.emphasised == QStringList(7, u"Nobody has written this yet."_s), qPrintable(document));
        const QStringList headings = parsed.texts(Block::Kind::Heading);
        QCOMPARE(headings.size(), 10);
        QCOMPARE(headings.first(), u"Post-Mortem: "_s + visible(title));
        QVERIFY2(parsed.texts(Block::Kind::Paragraph).first().contains(u"Commander: "_s + visible(name) + u'\n'),
            qPrintable(document));

        QStringList shown;
        QStringList below;
        for (const QString& text : events) {
            const bool fits = text.count(u'\n') < 3 && !text.contains(QRegularExpression(u"(^|\n)[ \t]*(```|~~~)"_s));
            if (!fits)
                below += withSpaces(text) + u'\n';
            shown += fits ? visible(text) : visible(text.section(u'\n', 0, 0)) + u" [%1]"_s.arg(below.size());
        }
        QCOMPARE(eventsOf(document), shown);
        QStringList code = parsed.texts(Block::Kind::Code);
        for (const QString& text : below)
            QVERIFY2(code.contains(text), qPrintable(document));
        QCOMPARE(parsed.rows.back().first(), visible(item));
        QCOMPARE(parsed.rows.back().at(1), visible(name));
    }
}

QTEST_APPLESS_MAIN(TestPostMortem)
#include "tst_postmortem.moc"
