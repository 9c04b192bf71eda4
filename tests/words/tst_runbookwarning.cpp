// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "words/runbookwarning.h"

#include <QSet>

using namespace warroom;

/// What is odd about a runbook, in words.
class RunbookWarningTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyWarningHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        for (const runbook::Warning::Code code : runbook::allWarnings) {
            const QString sentence = words::runbookWarning({1, code, QStringLiteral("x")});
            QVERIFY2(sentence.size() > 10 && !sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            sentences += sentence;
        }
        QCOMPARE(sentences.size(), qsizetype(runbook::allWarnings.size()));
    }

    void everyRuleIsSaid()
    {
        QSet<QString> said;
        for (const runbook::Rule rule : runbook::allRules)
            said += words::runbookRule(rule);
        QCOMPARE(said.size(), qsizetype(runbook::allRules.size()));
    }

    void aHostileTitleIsMadeVisible()
    {
        const QString sentence =
            words::runbookWarning({1, runbook::Warning::Code::NoSteps, QStringLiteral("%1\u202e")});
        QVERIFY2(sentence.contains(QStringLiteral("“%1[U+202E]”")), qPrintable(sentence));
    }
};

QTEST_GUILESS_MAIN(RunbookWarningTest)
#include "tst_runbookwarning.moc"
