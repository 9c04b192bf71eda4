// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/decoding.h"
#include "runbook/told.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

/// From bytes to text, with what was wrong with them.
class DecodingTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyEncodingOfAnEditorIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        const auto encoded = [](QStringConverter::Encoding encoding) {
            QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
            return QByteArray(encoder(u"# Größe\n"_s));
        };
        QTest::newRow("UTF-8") << "# Größe\n"_ba << u"UTF-8"_s;
        QTest::newRow("with BOM") << encoded(QStringConverter::Utf8) << u"UTF-8 with BOM"_s;
        QTest::newRow("little endian") << encoded(QStringConverter::Utf16LE) << u"UTF-16LE"_s;
        QTest::newRow("big endian") << encoded(QStringConverter::Utf16BE) << u"UTF-16BE"_s;
    }
    void everyEncodingOfAnEditorIsRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        const auto decoded = decode(bytes, u"x"_s);
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->text, u"# Größe\n"_s);
        QCOMPARE(decoded->encoding, encoding);
        QVERIFY(decoded->warnings.empty());
    }

    void linesEndInOneWay() { QCOMPARE(decode("a\r\nb\rc"_ba, u"x"_s)->text, u"a\nb\nc"_s); }

    void bytesThatAreNoTextAreReplacedAndTheirLineIsNamed()
    {
        const Document document = documentOf("# T\n\n1. gr\xfcn \xfc\n2. ok\n3. \xff\n");
        QCOMPARE(warnings(document), (QStringList{u"3 invalid-text"_s, u"5 invalid-text"_s}));
        QCOMPARE(document.runbooks.front().steps.front().text, u"gr\ufffdn \ufffd"_s);
    }

    void aReplacementCharacterInTheFileIsNoFault()
    {
        QCOMPARE(warnings(documentOf("# T\n\n1. \xef\xbf\xbd\n")), QStringList());
    }

    void aNullCharacterIsReplacedAndItsLineIsNamed()
    {
        const Document document =
            documentOf("# T\n\n1. a"_ba + '\0' + "b and more of it, so that this is still a text\n");
        QCOMPARE(warnings(document), QStringList{u"3 null-character"_s});
        QVERIFY(document.runbooks.front().steps.front().text.startsWith(u"a\ufffdb"_s));
    }

    void aPictureIsRefused()
    {
        const auto read = decode("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\b\6\0\0\0"_ba, u"x.md"_s);
        QVERIFY(!read.ok());
        QCOMPARE(read.error(), (Error{ErrorCode::FileNotText, u"x.md"_s}));
    }

    void whatIsTooLargeIsRefused()
    {
        QVERIFY(decode(QByteArray(maxBytes, 'x'), u"x"_s).ok());
        const auto larger = decode(QByteArray(maxBytes + 1, 'x'), u"x.md"_s);
        QVERIFY(!larger.ok());
        QCOMPARE(larger.error(), (Error{ErrorCode::FileTooLarge, u"x.md"_s}));
    }

    void anEmptyFileIsADocumentWithoutSteps()
    {
        const Document document = documentOf({}, u"/runbooks/disk-full.md"_s);
        QCOMPARE(document.title, u"disk-full"_s);
        QCOMPARE(warnings(document), QStringList{u"1 no-steps disk-full"_s});
    }
};

QTEST_GUILESS_MAIN(DecodingTest)
#include "tst_decoding.moc"
