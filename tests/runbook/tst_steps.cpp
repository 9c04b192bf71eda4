// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom;
using namespace warroom::runbook;

/// What carries the steps.
class StepsTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstThatIsThereCarriesThem_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QStringList>("steps");
        QTest::newRow("tasks before numbers") << "- x\n\n1. y\n\n<!-- -->\n\n* [x] a\n* [ ] b\n"_ba << Rule::Tasks
                                              << QStringList{u"1. [x] a"_s, u"2. [ ] b"_s};
        QTest::newRow("numbers before bullets")
            << "- x\n\n1. a\n2. b\n"_ba << Rule::Ordered << QStringList{u"1. a"_s, u"2. b"_s};
        QTest::newRow("headings before bullets") << "## Step 1: a\n\n- x\n\n## Step 2: b\n\n```\nls\n```\n"_ba
                                                 << Rule::Headings << QStringList{u"1. a"_s, u"2. b"_s};
        QTest::newRow("numbers inside headings") << "## Step 1: a\n\n1. x\n2. y\n\n## Step 2: b\n\n1. z\n"_ba
                                                 << Rule::Ordered << QStringList{u"1. x"_s, u"2. y"_s, u"1. z"_s};
        QTest::newRow("bullets") << "- a\n- b\n"_ba << Rule::Bullets << QStringList{u"1. a"_s, u"2. b"_s};
        QTest::newRow("bold") << "**Restart it**\n```bash\nls\n```\n\n**Look**\n```bash\npwd\n```\n"_ba << Rule::Bold
                              << QStringList{u"1. Restart it"_s, u"1. Look"_s};
        QTest::newRow("paragraphs with code") << "First look:\n\n```bash\nls\n```\n\nThen go.\n\n```bash\npwd\n```\n"_ba
                                              << Rule::Fences << QStringList{u"1. First look:"_s, u"2. Then go."_s};
        QTest::newRow("prose") << "Call somebody.\n"_ba << Rule::None << QStringList();
        QTest::newRow("links are no steps") << "- [a](b)\n- [c](d)\n"_ba << Rule::None << QStringList();
        QTest::newRow("section numbers") << "## 3.1 a\n\nx\n\n## 3.2 b\n\ny\n"_ba << Rule::None << QStringList();
        QTest::newRow("numbers that fall") << "## 2. a\n\nx\n\n## 1. b\n\ny\n"_ba << Rule::None << QStringList();
    }
    void theFirstThatIsThereCarriesThem()
    {
        QFETCH(QByteArray, text);
        QFETCH(Rule, rule);
        QFETCH(QStringList, steps);
        const Document document = documentOf("# T\n\n" + text);
        QCOMPARE(document.runbooks.size(), std::size_t(1));
        QCOMPARE(lines(document.runbooks.front().steps), steps);
        QCOMPARE(document.runbooks.front().rule, rule);
        QCOMPARE(warnings(document), rule == Rule::None ? QStringList{u"1 no-steps T"_s} : QStringList());
    }

    void aListThatAFenceSplitsGoesOn()
    {
        const Runbook runbook = runbookOf("1. a\n\n```bash\nls\n```\n\n2. b\n\nSo:\n\n```bash\npwd\n```\n\n3. c\n\n"
                                          "```bash\nwho\n```\n\nThe end.\n");
        QCOMPARE(lines(runbook.steps), (QStringList{u"1. a"_s, u"2. b"_s, u"3. c"_s}));
        QCOMPARE(commands(runbook.steps[0]), QStringList{u"ls"_s});
        QCOMPARE(commands(runbook.steps[1]), QStringList{u"pwd"_s});
        QCOMPARE(commands(runbook.steps[2]), QStringList{u"who"_s});
    }

    void onesAllTheWayCount()
    {
        QCOMPARE(lines(runbookOf("1. a\n1. b\n1. c\n").steps), (QStringList{u"1. a"_s, u"2. b"_s, u"3. c"_s}));
        QCOMPARE(lines(runbookOf("1. a\n\n```\nx\n```\n\n1. b\n\n```\ny\n```\n").steps),
            (QStringList{u"1. a"_s, u"2. b"_s}));
    }

    void anotherListBeginsAnew()
    {
        QCOMPARE(lines(runbookOf("1. a\n2. b\n\nOr else:\n\n1. c\n2. d\n").steps),
            (QStringList{u"1. a"_s, u"2. b"_s, u"1. c"_s, u"2. d"_s}));
    }

    void aSecondBoxAndANumberBeforeABoxAreNoText()
    {
        QCOMPARE(lines(runbookOf("- [ ] [ ] a\n- [ ] [x] [ ] b\n- [X] c\n").steps),
            (QStringList{u"1. [ ] a"_s, u"2. [ ] b"_s, u"3. [x] c"_s}));
        QCOMPARE(lines(runbookOf("1. [ ] a\n2. [x] b\n").steps), (QStringList{u"1. [ ] a"_s, u"2. [x] b"_s}));
    }

    void whatStandsInAnItemStaysWithIt()
    {
        const Runbook runbook =
            runbookOf("1. a\n\n   more\n\n   ```bash\n   ls\n   ```\n\n   | t |\n   |---|\n   | c |\n\n"
                      "   - x\n   - y\n     ```bash\n     pwd\n     ```\n\n   ![p](q.png)\n2. b\n");
        QCOMPARE(lines(runbook.steps), (QStringList{u"1. a"_s, u"2. b"_s}));
        QCOMPARE(runbook.steps[0].blocks.size(), std::size_t(6));
        QCOMPARE(commands(runbook.steps[0]), (QStringList{u"ls"_s, u"pwd"_s}));
    }

    void stepsInsideStepsHaveALevel()
    {
        QCOMPARE(lines(runbookOf("1. a\n   1. b\n      1. c\n   2. d\n2. e\n").steps),
            (QStringList{u"1. a"_s, u"  1. b"_s, u"    1. c"_s, u"  2. d"_s, u"2. e"_s}));
        QCOMPARE(lines(runbookOf("- [ ] a\n  - [x] b\n").steps), (QStringList{u"1. [ ] a"_s, u"  1. [x] b"_s}));
    }

    void alternativesAreBranches()
    {
        const Runbook runbook = runbookOf("# T\n\n## Resolution\n\n### Case 1: Full\n\n```bash\nls\n```\n\n"
                                          "### Case 2: Gone\n\n1. a\n2. b\n\n## Verification\n\n- c\n");
        QCOMPARE(lines(runbook.steps),
            (QStringList{
                u"1. Case 1: Full <Case 1: Full>"_s, u"1. a <Case 2: Gone>"_s, u"2. b <Case 2: Gone>"_s, u"1. c"_s}));
        QCOMPARE(runbook.section, u"Resolution"_s);
        QCOMPARE(runbook.rule, Rule::Fences);
    }

    void conditionsAreBranchesWhereThereAreSeveral()
    {
        QCOMPARE(lines(runbookOf("**Resolution**:\n\n**If full**:\n- a\n\n**If gone**:\n- b\n").steps),
            (QStringList{u"1. a <If full>"_s, u"1. b <If gone>"_s}));
        QCOMPARE(lines(runbookOf("**Resolution**:\n\n**If full**:\n- a\n").steps), QStringList{u"1. a"_s});
    }

    void aTimeBoxBeginsWithTheFirstStepBelowIt()
    {
        const Runbook runbook = runbookOf("# T\n\n## Look (5 min)\n\n1. a\n2. b (30 seconds)\n");
        QCOMPARE(runbook.steps[0].timeBox.value_or(0s), 300s);
        QCOMPARE(runbook.steps[1].timeBox.value_or(0s), 30s);
        const Runbook nested = runbookOf("# T\n\n## Recovery (10 min)\n\n**Restart**\n```bash\nls\n```\n");
        QCOMPARE(nested.steps[0].timeBox.value_or(0s), 600s);
    }

    void whatIsForAfterwardsIsKeptApart()
    {
        const Runbook runbook = runbookOf("# T\n\n## Symptoms\n\n- x\n\n## Fix\n\n- a\n\n## Prevention\n\n- b\n");
        QCOMPARE(lines(runbook.steps), QStringList{u"1. a"_s});
        QCOMPARE(lines(runbook.afterwards), QStringList{u"1. b"_s});
        QStringList parts;
        for (const Part& part : runbook.parts)
            parts += u"%1 %2"_s.arg(part.title).arg(int(part.purpose));
        QCOMPARE(parts.mid(parts.size() - 3), (QStringList{u"Symptoms 1"_s, u"Fix 0"_s, u"Prevention 2"_s}));
    }

    void whereNothingMendsWhatIsListedIsAStep()
    {
        QCOMPARE(lines(runbookOf("# T\n\n## Causes\n\n- a\n\n## Prevention\n\n- b\n").steps), QStringList{u"1. a"_s});
    }
};

QTEST_GUILESS_MAIN(StepsTest)
#include "tst_steps.moc"
