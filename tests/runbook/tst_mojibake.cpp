// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/mojibake.h"
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

/// UTF-8 that was read in another encoding and saved: offered for repair, never repaired unasked.
class MojibakeTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasReadInAWrongEncodingIsOfferedForRepair_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Codepage>("codepage");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<int>("lines");
        QTest::newRow("Mac Roman") << u"erlmcp-incident-response"_s << Codepage::MacRoman << u"Mac Roman"_s << 50;
        QTest::newRow("Windows-1252") << u"mcp-edge-gateway-playbook"_s << Codepage::Windows1252 << u"Windows-1252"_s
                                      << 4;
    }
    void whatWasReadInAWrongEncodingIsOfferedForRepair()
    {
        QFETCH(QString, name);
        QFETCH(Codepage, codepage);
        QFETCH(QString, encoding);
        QFETCH(int, lines);
        const QByteArray sound = bytesOf(name);
        const QByteArray damaged = misread(sound, codepage).toUtf8();
        QVERIFY(damaged != sound);

        const Document offered = documentOf(damaged);
        QVERIFY(offered.repair.has_value());
        QCOMPARE(offered.repair->encoding, encoding);
        QCOMPARE(int(offered.repair->changes.size()), lines);
        QCOMPARE(offered.repair->text.toUtf8(), sound);
        QVERIFY(!offered.repaired);
        const Repair::Change& change = offered.repair->changes.front();
        QCOMPARE(misread(change.after.toUtf8(), codepage), change.before);
        QCOMPARE(QString::fromUtf8(sound).split(u'\n')[change.line - 1], change.after);

        const auto repaired = read(damaged, u"x"_s, Damage::Repair);
        QVERIFY(repaired->repaired);
        QCOMPARE(repaired->encoding, u"UTF-8 read as "_s + encoding);
        QCOMPARE(titles(*repaired), titles(documentOf(sound)));
        QCOMPARE(repaired->trees.size(), documentOf(sound).trees.size());
        QCOMPARE(int(repaired->warnings.size()), 1);
        QCOMPARE(repaired->warnings.front().code, Warning::Code::Mojibake);
    }

    void aSoundTextIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char* name : {"erlmcp-incident-response", "erlmcp-v3-runbooks", "erlmcp-v3-playbook",
                 "mcp-edge-gateway-playbook", "tai-autonomics-playbook"})
            QTest::newRow(name) << bytesOf(QString::fromLatin1(name));
        QTest::newRow("umlauts") << "# Gr\xc3\xbc\xc3\x9f\x65\n"_ba;
        QTest::newRow("one line is sound")
            << misread("\xe2\x9c\x85"_ba, Codepage::MacRoman).toUtf8() + "\n\xe2\x94\x9c\n";
    }
    void aSoundTextIsLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        const auto document = read(bytes, u"x"_s, Damage::Repair);
        QVERIFY(document.ok());
        QVERIFY(!document->repair);
        QVERIFY(!document->repaired);
    }

    void lettersOfManyScriptsAreReadBack()
    {
        for (const Codepage codepage : {Codepage::MacRoman, Codepage::Windows1252})
            for (const QString& sound : {u"Größe und Übel"_s, u"déjà vu, ça va"_s, u"Съешь ещё этих булок"_s,
                     u"日本語"_s, u"“quoted” — it’s"_s, u"→ ✅ 🚨"_s, u"é"_s}) {
                const auto repair = repairOf(misread(sound.toUtf8(), codepage));
                QVERIFY2(repair && repair->text == sound, qPrintable(sound));
            }
    }
};

QTEST_GUILESS_MAIN(MojibakeTest)
#include "tst_mojibake.moc"
