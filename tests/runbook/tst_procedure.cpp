// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

/// How many runbooks a document is.
class ProcedureTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentHasItsRunbooks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("titles");
        const QByteArray frame = "\n\n### Symptoms\n\n- s\n\n### Resolution\n\n1. r\n\n";
        QTest::newRow("one") << "# Disk full\n\n## Meaning\n\nx\n\n## Diagnosis\n\n- a\n\n## Mitigation\n\n- b\n"_ba
                             << QStringList{u"Disk full"_s};
        QTest::newRow("named") << "# All\n\n## Overview\n\n- x\n\n## Runbook: A" + frame + "## Runbook: B" + frame
                               << QStringList{u"Runbook: A"_s, u"Runbook: B"_s};
        QTest::newRow("below a heading that says so")
            << "# All\n\n## Roles\n\n- x\n\n## Runbooks\n\n### A\n\n1. a\n\n### B\n\n1. b\n\n### Templates\n\n- c\n"_ba
            << QStringList{u"A"_s, u"B"_s};
        QTest::newRow("the same frame again")
            << "# All\n\n## KubeDown" + frame + "## DiskFull" + frame << QStringList{u"KubeDown"_s, u"DiskFull"_s};
        QTest::newRow("the title says so")
            << "# Runbooks\n\n## Restart the gateway\n\n1. a\n\n## Rotate the keys\n\n1. b\n"_ba
            << QStringList{u"Restart the gateway"_s, u"Rotate the keys"_s};
        QTest::newRow("steps are none") << "# Fail over\n\n## 1. Look\n\nx\n\n## 2. Go\n\ny\n"_ba
                                        << QStringList{u"Fail over"_s};
    }
    void aDocumentHasItsRunbooks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, titles);
        QCOMPARE(runbook::titles(documentOf(text)), titles);
    }

    void whatMendsComesBeforeWhatLooks()
    {
        const Runbook runbook = runbookOf("# T\n\n## Diagnosis\n\n- a\n\n## Mitigation\n\n1. b\n");
        QCOMPARE(runbook.section, u"Mitigation"_s);
        QCOMPARE(runbook.rule, Rule::Ordered);
        QCOMPARE(lines(runbook.steps), (QStringList{u"1. a"_s, u"1. b"_s}));
    }
};

QTEST_GUILESS_MAIN(ProcedureTest)
#include "tst_procedure.moc"
