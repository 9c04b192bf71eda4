// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/heading.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom::runbook;

/// What a heading says by its words.
class HeadingTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeBoxStandsInBrackets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds");
        const auto row = [](const char* text, int seconds) {
            QTest::newRow(text) << QString::fromUtf8(text) << seconds;
        };
        row("Investigation (5 min)", 300);
        row("Acknowledge (30 seconds)", 30);
        row("Quick recovery (< 5 min)", 300);
        row("Initial response (0-15 minutes)", 900);
        row("Investigation (30 minutes - 2 hours)", 7200);
        row("Quick start (First 5 Minutes)", 300);
        row("Errors (503s)", 0);
        row("Latency (P99 > 1s)", 0);
        row("On call (24/7)", 0);
        row("Wait 5 min", 0);
        row("Status (every 15 min)", 0);
    }
    void aTimeBoxStandsInBrackets()
    {
        QFETCH(QString, text);
        QFETCH(int, seconds);
        QCOMPARE(timeBoxIn(text).value_or(0s), std::chrono::seconds(seconds));
    }

    void stepsAreNumberedAndSectionsAreNot()
    {
        QCOMPARE(stepNumber(u"Step 2: Restart"_s), 2);
        QCOMPARE(stepNumber(u"3. Restart"_s), 3);
        QCOMPARE(stepNumber(u"3) Restart"_s), 3);
        QVERIFY(!stepNumber(u"3.2 Restart"_s));
        QVERIFY(!stepNumber(u"503 errors"_s));
        QVERIFY(!stepNumber(u"Steps"_s));
        QCOMPARE(withoutStepNumber(u"Step 2 - Restart"_s), u"Restart"_s);
        QCOMPARE(withoutStepNumber(u"3.2 Restart"_s), u"3.2 Restart"_s);
        QCOMPARE(withoutStepNumber(u"Step 4"_s), u"Step 4"_s);
    }

    void alternativesAreToldFromSteps()
    {
        QVERIFY(isBranch(u"Case 1: Out of memory"_s));
        QVERIFY(isBranch(u"Option B"_s));
        QVERIFY(isBranch(u"Category 4: Timeouts (504s)"_s));
        QVERIFY(!isBranch(u"Caseload"_s));
        QVERIFY(!isBranch(u"Options"_s));
        QVERIFY(isCondition(u"If the memory is high"_s));
        QVERIFY(!isCondition(u"Iffy results"_s));
    }

    void aHeadingHasAPurpose_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<Purpose>("purpose");
        const auto row = [](const char* title, Purpose purpose) {
            QTest::newRow(title) << QString::fromUtf8(title) << purpose;
        };
        for (const char* title : {"Symptoms:", "Common causes", "Meaning", "Customer impact", "Escalation path",
                 "Communication templates", "Configuration", "Useful links", "2. Overview"})
            row(title, Purpose::Background);
        for (const char* title : {"Prevention", "Post-Incident:", "After the incident", "Follow-up"})
            row(title, Purpose::Afterwards);
        for (const char* title : {"Resolution", "Configuration recovery", "Assess impact", "Identify the root cause",
                 "For data-related issues", "Option 1: Configuration fix", "Diagnosis", "High latency"})
            row(title, Purpose::Action);
    }
    void aHeadingHasAPurpose()
    {
        QFETCH(QString, title);
        QFETCH(Purpose, purpose);
        QCOMPARE(purposeOf(title), purpose);
    }

    void aHeadingMayNameARunbook()
    {
        QVERIFY(namesRunbook(u"Runbook: RB-001 - Crash loop"_s));
        QVERIFY(namesRunbook(u"Playbook 1: Health check"_s));
        QVERIFY(namesRunbook(u"RB-007 Outage"_s));
        QVERIFY(!namesRunbook(u"Runbook index"_s));
        QVERIFY(namesRunbooks(u"Runbooks"_s));
        QVERIFY(namesRunbooks(u"Recovery Procedures"_s));
        QVERIFY(!namesRunbooks(u"Escalation Procedures"_s));
        QVERIFY(!namesRunbooks(u"Quick Links to Runbooks"_s));
        QVERIFY(!namesRunbooks(u"Incident Response Procedure"_s));
    }

    void anAnchorIsWhatLinksSay()
    {
        QCOMPARE(anchorOf(u"Health check fails (503)!"_s), u"health-check-fails-503"_s);
        QCOMPARE(anchorOf(u"out_of-memory"_s), u"out_of-memory"_s);
    }
};

QTEST_GUILESS_MAIN(HeadingTest)
#include "tst_heading.moc"
