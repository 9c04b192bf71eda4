// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/told.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom;
using namespace warroom::runbook;

namespace {

QStringList branches(const Runbook& runbook)
{
    QStringList all;
    for (const Step& step : runbook.steps)
        all += step.branch;
    all.removeDuplicates();
    all.removeAll(QString());
    return all;
}

/// The steps of the section that solves it.
QStringList solution(const Runbook& runbook)
{
    std::vector<Step> steps;
    std::ranges::copy_if(
        runbook.steps, std::back_inserter(steps), [&](const Step& step) { return step.section == runbook.section; });
    return lines(steps);
}

int commandsOf(const Document& document)
{
    int count = 0;
    for (const Runbook& runbook : document.runbooks)
        for (const Step& step : runbook.steps)
            count += int(step.commands.size());
    return count;
}

const Block* tableBehind(const Document& document, const QString& heading)
{
    bool behind = false;
    for (const Block& block : document.blocks) {
        behind = block.kind == Block::Kind::Heading ? block.text() == heading : behind;
        if (behind && block.kind == Block::Kind::Table)
            return &block;
    }
    return nullptr;
}

} // namespace

/// Five procedures as teams wrote them: everything that somebody would follow is found.
class DocumentsTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void noneOfThemGivesAWarning_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("headings");
        QTest::addColumn<int>("fences");
        QTest::addColumn<int>("ofLanguages"); ///< Of those the ones with a language, but for templates in Markdown.
        QTest::addColumn<int>("tasks");
        const auto row = [](const char* name, const char* title, int headings, int fences, int tagged, int tasks) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(title) << headings << fences
                                << tagged << tasks;
        };
        row("erlmcp-incident-response", "Incident Response - erlmcp", 37, 35, 30, 3);
        row("erlmcp-v3-runbooks", "erlmcp v3 Incident Response Runbooks", 71, 26, 24, 0);
        row("erlmcp-v3-playbook", "erlmcp v3 Incident Response Playbook", 57, 8, 0, 9);
        row("mcp-edge-gateway-playbook", "Incident Response Playbook", 26, 17, 13, 2);
        row("tai-autonomics-playbook", "Incident Response Playbook", 40, 45, 32, 26);
    }
    void noneOfThemGivesAWarning()
    {
        QFETCH(QString, name);
        const Document document = documentOf(bytesOf(name));
        QCOMPARE(warnings(document), QStringList());
        QTEST(document.title, "title");
        QTEST(document.counts.headings, "headings");
        QTEST(document.counts.codeBlocks, "fences");
        QTEST(document.counts.tasks, "tasks");
        const auto codes = all(document, Block::Kind::Code);
        const auto ofLanguages = std::ranges::count_if(
            codes, [](const Block* code) { return !code->language.isEmpty() && code->language != "markdown"_L1; });
        QTEST(int(ofLanguages), "ofLanguages");
    }

    void everyFenceStandsWhereItsLineSays_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"erlmcp-incident-response", "erlmcp-v3-runbooks", "erlmcp-v3-playbook",
                 "mcp-edge-gateway-playbook", "tai-autonomics-playbook"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyFenceStandsWhereItsLineSays()
    {
        QFETCH(QString, name);
        const QStringList source = QString::fromUtf8(bytesOf(name)).split(u'\n');
        const Document document = documentOf(bytesOf(name));
        for (const Block* code : all(document, Block::Kind::Code))
            QVERIFY2(source[code->line - 1].trimmed() == u"```"_s + code->language, qPrintable(code->code));
        for (const Block* heading : all(document, Block::Kind::Heading))
            QVERIFY2(source[heading->line - 1].startsWith(u'#'), qPrintable(heading->text()));
        for (const Runbook& runbook : document.runbooks)
            for (const Step& step : runbook.steps)
                for (const Command& command : step.commands)
                    QVERIFY2(source[command.line - 1].trimmed() == command.text.section(u'\n', 0, 0).trimmed(),
                        qPrintable(command.text));
    }

    void sixRunbooksOfNumberedSteps()
    {
        const Document document = documentOf(bytesOf(u"erlmcp-incident-response"_s));
        QCOMPARE(titles(document),
            (QStringList{u"1. Memory Exhaustion"_s, u"2. Circuit Breaker Triggered"_s,
                u"3. Database Connection Pool Exhausted"_s, u"4. Secrets Backend Failure"_s,
                u"5. Network Partition (Split-Brain)"_s, u"6. High Latency (Performance Degradation)"_s}));
        for (const Runbook& runbook : document.runbooks) {
            QCOMPARE(runbook.section, u"Resolution Steps"_s);
            QCOMPARE(runbook.rule, Rule::Ordered);
            QCOMPARE(solution(runbook).size(), 4);
        }
        const Runbook& memory = document.runbooks.front();
        QCOMPARE(lines(memory.steps),
            (QStringList{u"1. Diagnostic Commands"_s, u"1. Immediate Mitigation"_s, u"2. Identify Memory Leak"_s,
                u"3. Cleanup"_s, u"4. Prevent Recurrence"_s}));
        QCOMPARE(commands(memory.steps[0])[1],
            u"erlang:memory(). => [{total, 8_500_000_000}, {processes, 6_000_000_000}, ...]"_s);
        QCOMPARE(commands(memory.steps[1]),
            QStringList{u"kubectl drain erlmcp-prod-1 --grace-period=60\nkubectl delete pod erlmcp-prod-1"_s});
        QVERIFY(memory.steps[1].isDangerous() && !memory.steps[2].isDangerous());
        QCOMPARE(memory.afterwards.size(), std::size_t(3));
        QCOMPARE(document.runbooks[3].steps[3].placeholders(),
            (QStringList{u"$KEY_SHARE_1"_s, u"$KEY_SHARE_2"_s, u"$KEY_SHARE_3"_s}));
        QCOMPARE(commandsOf(document), 48);
    }

    void theTablesBehindAFenceInAFenceAreThere()
    {
        const Document document = documentOf(bytesOf(u"erlmcp-incident-response"_s));
        const auto rows = [&](const QString& heading) {
            const Block* table = tableBehind(document, heading);
            return table ? int(table->children.size()) - 1 : -1;
        };
        QCOMPARE(rows(u"On-Call Rotation"_s), 4);
        QCOMPARE(rows(u"Escalation Contacts"_s), 3);
        QCOMPARE(rows(u"External Vendors"_s), 2);
        QCOMPARE(rows(u"Tools and Dashboards"_s), 5);
        QCOMPARE(tableBehind(document, u"Escalation Contacts"_s)->children[3].children[1].text(), u"John Smith"_s);
    }

    void sevenRunbooksWithCasesToChooseFrom()
    {
        const Document document = documentOf(bytesOf(u"erlmcp-v3-runbooks"_s));
        QCOMPARE(document.frontMatter.reviewed, QDate(2026, 2, 2));
        QCOMPARE(titles(document),
            (QStringList{u"Runbook: RB-001 - Pod CrashLoopBackOff"_s, u"Runbook: RB-002 - High Memory Usage"_s,
                u"Runbook: RB-003 - High CPU Usage"_s, u"Runbook: RB-004 - Network Partition"_s,
                u"Runbook: RB-005 - Database Connection Issues"_s, u"Runbook: RB-006 - Deployment Rollback"_s,
                u"Runbook: RB-007 - Full Cluster Outage"_s}));
        QStringList cases;
        for (const Runbook& runbook : document.runbooks)
            cases += branches(runbook).join(u" | "_s);
        QCOMPARE(cases,
            (QStringList{u"Case 1: Out of Memory | Case 2: Missing Configuration | Case 3: Dependency Failure"_s,
                u"Case 1: Memory Leak | Case 2: Large Messages"_s,
                u"Case 1: Busy Loop | Case 2: Insufficient Capacity"_s,
                u"Case 1: Network Policy | Case 2: DNS Issues"_s,
                u"Case 1: Connection Leak | Case 2: Pool Exhaustion"_s, QString(), QString()}));
        const Runbook& outage = document.runbooks.back();
        QCOMPARE(outage.rule, Rule::Headings);
        QCOMPARE(solution(outage),
            (QStringList{u"1. Identify Scope"_s, u"2. Check Control Plane"_s, u"3. Restore Services"_s,
                u"4. Verify Recovery"_s}));
        QVERIFY(outage.steps[3].isDangerous());
        QCOMPARE(outage.steps[2].placeholders(), QStringList{u"<node>"_s});
        QCOMPARE(commandsOf(document), 61);
    }

    void threeScenarios()
    {
        const Document document = documentOf(bytesOf(u"erlmcp-v3-playbook"_s));
        QCOMPARE(
            titles(document), (QStringList{u"Regional Outage"_s, u"Data Corruption"_s, u"Performance Degradation"_s}));
        QCOMPARE(lines(document.runbooks[1].steps),
            (QStringList{u"1. Assess Impact"_s, u"2. Restore from Backup"_s, u"3. Prevent Recurrence"_s}));
        const Block& bullets = document.runbooks[1].steps[1].blocks.back();
        QCOMPARE(bullets.children.front().children.front().text(), u"Use erlmcp_backup_manager"_s);
    }

    void proceduresOfResponseAndRecovery()
    {
        const Document document = documentOf(bytesOf(u"mcp-edge-gateway-playbook"_s));
        QCOMPARE(titles(document),
            (QStringList{u"Initial Response (0-15 minutes)"_s, u"Incident Investigation"_s, u"Mitigation Strategies"_s,
                u"Service Restoration"_s, u"Performance Recovery"_s}));
        QCOMPARE(solution(document.runbooks[0]).size(), 5);
        QCOMPARE(document.runbooks[0].steps[0].timeBox.value_or(0s), 900s);
        QCOMPARE(lines(document.runbooks[3].steps),
            (QStringList{u"1. Database Recovery"_s, u"1. Configuration Recovery"_s, u"1. Data Recovery"_s}));
        QVERIFY(document.runbooks[3].steps[2].isDangerous());
        QSet<QString> languages;
        for (const Step& step : document.runbooks[1].steps)
            for (const Command& command : step.commands)
                languages += command.language;
        QCOMPARE(languages, (QSet<QString>{u"bash"_s, u"sql"_s}));
    }

    void fourPlaybooksAndThreeRecoveries()
    {
        const Document document = documentOf(bytesOf(u"tai-autonomics-playbook"_s));
        QCOMPARE(titles(document),
            (QStringList{u"Playbook 1: Health Check Failing (503)"_s, u"Playbook 2: High Error Rate (> 1%)"_s,
                u"Playbook 3: High Latency (P99 > 1s)"_s, u"Playbook 4: Memory Leak / OOM"_s,
                u"Quick Recovery (< 5 min)"_s, u"Full Rollback (< 10 min)"_s, u"Database Recovery (< 30 min)"_s}));
        QList<int> boxes;
        for (const Runbook& runbook : document.runbooks)
            boxes += int(runbook.steps.front().timeBox.value_or(0s).count()) / 60;
        QCOMPARE(boxes, (QList<int>{5, 5, 5, 10, 5, 10, 30}));
        QCOMPARE(branches(document.runbooks[0]),
            (QStringList{u"Option 1: Configuration Fix"_s, u"Option 2: Restart Service"_s, u"Option 3: Rollback"_s}));
        QCOMPARE(branches(document.runbooks[1]).first(4),
            (QStringList{u"Category 1: Validation Errors (400s)"_s, u"Category 2: Business Logic Errors (422s)"_s,
                u"Category 3: Service Errors (503s)"_s, u"Category 4: Timeout Errors (504s)"_s}));
        QCOMPARE(lines(document.runbooks[0].afterwards),
            (QStringList{u"1. [ ] Document root cause"_s, u"2. [ ] Update monitoring/alerts"_s,
                u"3. [ ] Create prevention plan"_s, u"4. [ ] Update runbook"_s}));
        const Step& rollback = document.runbooks[5].steps[0];
        QCOMPARE(rollback.text, u"Get previous working revision"_s);
        QVERIFY(rollback.commands.front().text.startsWith(u"PREV=$("_s));
        QCOMPARE(rollback.commands.front().text.count(u'\n'), 3);
        QCOMPARE(document.runbooks[5].steps[1].placeholders(), QStringList{u"$PREV"_s});
        QCOMPARE(document.runbooks[6].steps[1].placeholders(), QStringList{u"BACKUP_ID"_s});
    }

    void secondBoxesAreNoText()
    {
        const Document document = documentOf(bytesOf(u"tai-autonomics-playbook"_s));
        QStringList texts;
        for (const Block* item : all(document, Block::Kind::Item))
            if (item->done)
                texts += item->children.front().text();
        QCOMPARE(texts.size(), 23);
        QVERIFY(texts.contains(u"IC assigned and war room opened"_s));
        QVERIFY(!texts.join(u'\n').contains(u"[ ]"_s));
    }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
