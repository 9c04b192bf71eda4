// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/exported.h"
#include "report/parsed.h"
#include "report/story.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::incident;
using namespace warroom::report;
using namespace warroom::tests;
using playbook::TimelineChoice;

class TestReportTemplate : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsTheTemplateDoesNotName();
    void teamsOwnTemplate_data();
    void teamsOwnTemplate();
    void milestonesHaveTheirMoments();
};

void TestReportTemplate::sectionsTheTemplateDoesNotName()
{
    Story story(u"2026-01-31T14:00:00Z"_s);
    story.section(u"where-we-got-lucky"_s, u"- Bob was awake"_s);
    story.section(u"unheard-of"_s, u"Words"_s);
    playbook::Playbook playbook = tests::playbook();
    playbook.postMortem.sections.push_back({u"where-we-got-lucky"_s, u"Where We Got Lucky"_s});
    const QString document = exported(story, TimelineChoice::Key, playbook);
    QVERIFY2(document.endsWith(u"\n\n## Where We Got Lucky\n\n- Bob was awake\n\n## unheard-of\n\nWords\n"_s),
        qPrintable(document));
}

void TestReportTemplate::teamsOwnTemplate_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("a value") << u"{{{title}}}"_s << u"A \\<b\\>"_s;
    QTest::newRow("two braces do the same") << u"{{title}} {{& title }}"_s << u"A \\<b\\> A \\<b\\>"_s;
    QTest::newRow("a section") << u"{{section.root_cause}}"_s << u"Full."_s;
    QTest::newRow("conditions") << u"{{#impact}}no{{/impact}}{{^impact}}none{{/impact}}"_s << u"none"_s;
    QTest::newRow("a list") << u"{{#other_sections}}{{heading}}={{text}};{{/other_sections}}{{section.summary}}"
                               "{{section.users_affected}}{{section.revenue_impact}}{{section.customer_escalations}}"
                               "{{section.what_went_well}}{{section.what_went_wrong}}{{section.lessons_learned}}"_s
                            << u"Root Cause=Full.;Related Incidents=_Nobody has written this yet._;"_s
            + u"_Nobody has written this yet._"_s.repeated(7);
    QTest::newRow("a comment") << u"{{! not_a_name }}x"_s << u"x"_s;
    QTest::newRow("Windows line breaks") << u"a\r\nb"_s << u"a\nb"_s;
    QTest::newRow("an unknown name") << u"{{title}}{{titel}}"_s << u"refused: titel"_s;
    QTest::newRow("unknown names") << u"{{#x}}{{y}}{{x}}{{section.z}}{{/x}}"_s << u"refused: x, y, section.z"_s;
    QTest::newRow("a field outside its list") << u"{{heading}}"_s << u"refused: heading"_s;
    QTest::newRow("a list within a list")
        << u"{{#other_sections}}{{#other_sections}}x{{/other_sections}}{{/other_sections}}"_s
        << u"refused: other_sections"_s;
    QTest::newRow("a partial") << u"{{> /etc/passwd }}"_s << u"refused: {{> /etc/passwd }}"_s;
    QTest::newRow("delimiters") << u"{{=<% %>=}}"_s << u"refused: {{=<% %>=}}"_s;
    QTest::newRow("unclosed tag") << u"a {{title"_s << u"refused: {{title"_s;
    QTest::newRow("unclosed section") << u"{{#impact}}x"_s << u"refused: impact"_s;
    QTest::newRow("crossed sections") << u"{{#impact}}{{#title}}{{/impact}}{{/title}}"_s
                                      << u"refused: {{/impact}}{{/title}}"_s;
    QTest::newRow("empty tag") << u"{{}}"_s << u"refused: {{}}"_s;
}

void TestReportTemplate::teamsOwnTemplate()
{
    Story story(u"2026-01-31T14:00:00Z"_s, u"A <b>"_s);
    story.section(u"root-cause"_s, u"Full."_s);
    playbook::Playbook playbook = tests::playbook();
    QFETCH(QString, text);
    playbook.postMortem.templateText = text;
    QTEST(exported(story, TimelineChoice::Key, playbook), "result");
    const Result<QString> document = postMortem(story.state(), playbook, TimelineChoice::Key, plainWording);
    QVERIFY(document || document.error().code == ErrorCode::BadTemplate);
}

void TestReportTemplate::milestonesHaveTheirMoments()
{
    Story story(u"2026-01-31T23:50:00Z"_s, u"It broke"_s, u"Europe/Berlin"_s);
    story.say(u"2026-01-31T22:45:00Z"_s, MilestoneSet{Milestone::ImpactStarted, {}});
    story.say(u"2026-02-01T00:10:00Z"_s, MilestoneSet{Milestone::Resolved, {}});
    playbook::Playbook playbook = tests::playbook();
    playbook.postMortem.templateText = u"{{milestone.impact_started}}\n{{milestone.detected}}\n{{milestone.declared}}\n"
                                       "{{milestone.acknowledged}}\n{{milestone.mitigated}}\n{{milestone.resolved}}\n"
                                       "{{milestone.closed}}"_s;
    const QStringList moments{u"2026-01-31 23:45 Europe/Berlin"_s, u"unknown"_s, u"2026-02-01 00:50 Europe/Berlin"_s,
        u"unknown"_s, u"unknown"_s, u"2026-02-01 01:10 Europe/Berlin"_s, u"unknown"_s};
    QCOMPARE(exported(story, TimelineChoice::Key, playbook).split(u'\n'), moments);
}

QTEST_APPLESS_MAIN(TestReportTemplate)
#include "tst_reporttemplate.moc"
