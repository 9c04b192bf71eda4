// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/told.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

/// Files that nobody wrote to be followed: read to their end or refused, without a crash.
class HostileRunbooksTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyThousandStepsAreSteps()
    {
        QByteArray text = "# T\n\n";
        for (int i = 1; i <= 50'000; ++i)
            text += QByteArray::number(i) + ". step\n";
        QCOMPARE(documentOf(text).runbooks.front().steps.size(), std::size_t(50'000));
        QCOMPARE(documentOf("# T\n\n" + QByteArray("- [ ] x\n").repeated(50'000)).counts.tasks, 50'000);
    }

    void endlessNestingIsReadAsLessDeep_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray stairs;
        for (int i = 0; i < 1000; ++i)
            stairs += QByteArray(i * 2, ' ') + "- x\n";
        QTest::newRow("lists") << stairs;
        QTest::newRow("lists in a line") << QByteArray("- ").repeated(20'000) + "x\n" + QByteArray(20'000, '\n');
        QTest::newRow("numbers in a line") << QByteArray("1. ").repeated(1000) + "x\n";
        QTest::newRow("quotes") << QByteArray("> ").repeated(100'000) + "x\n";
        QTest::newRow("a quote a line") << (QByteArray("> ").repeated(1000) + "x\n").repeated(100);
    }
    void endlessNestingIsReadAsLessDeep()
    {
        QFETCH(QByteArray, text);
        const Document document = documentOf("# T\n\n" + text + "\n\n# End\n\n1. Look\n");
        QVERIFY(warnings(document).filter(u"too-deep"_s).size() == 1);
        QCOMPARE(document.anchors, (QStringList{u"t"_s, u"end"_s}));
    }

    void whatGrowsWithItsSquareElsewhereIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* part, int times) { QTest::newRow(part) << QByteArray(part).repeated(times); };
        row("![[]()", 50'000);
        row("[a](", 50'000);
        row("*a **a ", 50'000);
        row("`a ``b ", 50'000);
        row("<", 200'000);
        row("<a name=", 50'000);
        row("<!--", 50'000);
        row("<details ", 50'000);
        row("```markdown\n\n## h\n\n", 20'000);
        row("```\n\n## h\n```a\n", 20'000);
        row("```bash\n", 50'000);
        row("~~~\n```a\n", 20'000);
        row("- ```\n", 20'000);
        row("| a | b |\n|---|---|\n", 20'000);
        row("**a**\n\n", 20'000);
        row("# 1. a\n\n", 20'000);
        row("1. a\n\n```\nx\n```\n", 10'000);
        row("┌─┐├┬┘└│", 10'000);
    }
    void whatGrowsWithItsSquareElsewhereIsRead()
    {
        QFETCH(QByteArray, text);
        QVERIFY(read(text, u"x"_s).ok());
        QVERIFY(read("```bash\n" + text, u"x"_s).ok());
        QVERIFY(read("```\n" + text + "\n```\n", u"x"_s).ok());
    }

    void hereDocumentsThatNeverEndAreRead()
    {
        QVERIFY(read("1. a\n   ```bash\n" + QByteArray("   cat <<A\n").repeated(20'000) + "   ```\n", u"x"_s).ok());
    }

    void aTableOfManyEmptyCellsIsRead()
    {
        const QByteArray row = QByteArray("|a").repeated(5000) + "|\n";
        QVERIFY(read(row + QByteArray("|-").repeated(5000) + "|\n" + QByteArray("|a\n").repeated(20'000), u"x"_s).ok());
    }

    void whatIsTooMuchIsCutOff()
    {
        const Document document = documentOf(QByteArray("- x\n").repeated(200'000));
        QVERIFY(warnings(document).filter(u"cut-off"_s).size() == 1);
        QVERIFY(document.runbooks.front().steps.size() > 100'000);
    }

    void changedBytesAreRead()
    {
        const QByteArray whole = bytesOf(u"tai-autonomics-playbook"_s);
        const QByteArray marks = "`~#*-_[]()<>|!\\\n\t >1.$";
        QRandomGenerator random(20260131);
        for (int round = 0; round < 150; ++round) {
            QByteArray changed = whole;
            for (quint32 changes = random.bounded(1, 8); changes > 0; --changes) {
                const qsizetype at = random.bounded(changed.size());
                if (random.bounded(2) == 0)
                    changed[at] = marks[random.bounded(marks.size())];
                else
                    changed.insert(at, whole.mid(random.bounded(whole.size()), random.bounded(1, 80)));
            }
            const auto document = read(changed, u"x"_s);
            QVERIFY(document.ok() || document.error().code == ErrorCode::FileNotText);
        }
    }
};

QTEST_GUILESS_MAIN(HostileRunbooksTest)
#include "tst_hostilerunbooks.moc"
