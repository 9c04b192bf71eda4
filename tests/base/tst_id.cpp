// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "base/systemports.h"
#include "support/quiettest.h"

#include <QSet>

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;

namespace {

EntryId entry(const QString& text) { return EntryId::fromText(text).value_or(EntryId{}); }

bool isVersion7(const QUuid& uuid)
{
    const QByteArray bytes = uuid.toRfc4122();
    return (quint8(bytes[6]) & 0xf0) == 0x70 && (quint8(bytes[8]) & 0xc0) == 0x80;
}

} // namespace

class TstId : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void isReadFromItsTextOnly_data();
    void isReadFromItsTextOnly();
    void isOrderedAsItsText();
    void theFirstThatFollowsIsTheIdItself();
    void idsThatFollowNeverRepeat_data();
    void idsThatFollowNeverRepeat();
    void idsThatFollowKeepTheOrder();
    void twoStoresAgreeOnARosterPerson_data();
    void twoStoresAgreeOnARosterPerson();
    void newIdsAreOfVersion7AndCarryTheMoment();
    void newIdsOfALaterMomentSortLater();
    void newIdsAndSaltsDiffer();
};

void TstId::isReadFromItsTextOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("read");
    const QString id = u"0190c5a5-1234-7abc-8def-0123456789ab"_s;
    QTest::newRow("as stored") << id << true;
    QTest::newRow("typed in capitals") << id.toUpper() << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("null") << u"00000000-0000-0000-0000-000000000000"_s << false;
    QTest::newRow("with braces") << u'{' + id + u'}' << false;
    QTest::newRow("with an open brace") << u'{' + id << false;
    QTest::newRow("with something behind it") << id + u"00"_s << false;
    QTest::newRow("with a space before it") << u' ' + id << false;
    QTest::newRow("cut off") << id.chopped(1) << false;
    QTest::newRow("without hyphens") << QString(id).remove(u'-') << false;
    QTest::newRow("a hyphen elsewhere") << u"0190c5a-51234-7abc-8def-0123456789ab"_s << false;
    QTest::newRow("a hyphen more") << u"0190c5a5-1234-7abc-8def-0123456-89ab"_s << false;
    QTest::newRow("digits of another script") << QString(id).replace(u'1', QChar(0x0661)) << false;
    QTest::newRow("letters that look alike") << QString(id).replace(u'a', QChar(0x0430)) << false;
    QTest::newRow("null characters in it") << QString(id).replace(u'1', QChar(0)) << false;
    QTest::newRow("not hexadecimal") << QString(id).replace(u'c', u'g') << false;
}

void TstId::isReadFromItsTextOnly()
{
    QFETCH(QString, text);
    QFETCH(bool, read);
    const auto id = EntryId::fromText(text);
    QCOMPARE(id.has_value(), read);
    QCOMPARE(EntryId::fromText(text.toUtf8()), id);
    if (read)
        QCOMPARE(id->text(), text.toLower());
}

void TstId::isOrderedAsItsText()
{
    // QUuid's own order compares the first field as a number and the rest by variant; this is the order on disk.
    QStringList texts{u"0190c5a5-1234-7abc-8def-0123456789ab"_s, u"0190c5a5-1234-7abc-bdef-0123456789ab"_s,
        u"0190c5a5-1234-7abd-8def-0123456789ab"_s, u"0190c5a5-f234-7abc-8def-0123456789ab"_s,
        u"7fffffff-1234-7abc-8def-0123456789ab"_s, u"80000000-1234-7abc-8def-0123456789ab"_s,
        u"ff90c5a5-1234-7abc-8def-0123456789ff"_s};
    for (const QString& a : texts) {
        for (const QString& b : texts) {
            QCOMPARE(entry(a) < entry(b), a < b);
            QCOMPARE(entry(a) == entry(b), a == b);
        }
    }
}

void TstId::theFirstThatFollowsIsTheIdItself()
{
    const EntryId first = entry(u"0190c5a5-1234-7abc-8def-0123456789ab"_s);
    QCOMPARE(following(first, 0), first);
    QCOMPARE(following(first, 1).text(), u"0190c5a5-1234-7abc-8def-0123456789ac"_s);
    QCOMPARE(following(following(first, 2), 3), following(first, 5));
}

void TstId::idsThatFollowNeverRepeat_data()
{
    QTest::addColumn<QString>("first");
    for (const char* text : {"0190c5a5-1234-7abc-8def-0123456789ab", "0190c5a5-1234-7abc-8000-000000000000",
             "0190c5a5-1234-7abc-80ff-ffffffffffff", "0190c5a5-1234-7abc-9fff-fffffffffffe",
             "0190c5a5-1234-7abc-bfff-ffffffffffff"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TstId::idsThatFollowNeverRepeat()
{
    QFETCH(QString, first);
    QSet<EntryId> all;
    for (int n = 0; n < 1000; ++n) {
        const EntryId id = following(entry(first), n);
        QVERIFY2(isVersion7(id.uuid), qPrintable(id.text()));
        QCOMPARE(id.text().left(18), first.left(18)); // the moment and the bits beside it
        QVERIFY2(!all.contains(id), qPrintable(id.text()));
        all.insert(id);
    }
}

void TstId::idsThatFollowKeepTheOrder()
{
    for (const QString& first :
        {u"0190c5a5-1234-7abc-80ff-ffffffffff00"_s, u"0190c5a5-1234-7abc-9fff-ffffffffff80"_s}) {
        for (int n = 0; n < 1000; ++n)
            QVERIFY(following(entry(first), n) < following(entry(first), n + 1));
    }
}

void TstId::twoStoresAgreeOnARosterPerson_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << u"alice"_s << u"5a998ad0-2097-53e1-9d5d-f2f592fb9fc1"_s;
    QTest::newRow("in capitals") << u"ALICE"_s << u"5a998ad0-2097-53e1-9d5d-f2f592fb9fc1"_s;
    QTest::newRow("beyond ASCII") << u"jürgen"_s << u"76b4a621-1628-5b0c-9060-6f410255c86d"_s;
    QTest::newRow("beyond ASCII, in capitals") << u"JÜRGEN"_s << u"76b4a621-1628-5b0c-9060-6f410255c86d"_s;
}

void TstId::twoStoresAgreeOnARosterPerson()
{
    QFETCH(QString, key);
    QFETCH(QString, id);
    QCOMPARE(rosterPersonId(key).text(), id);
}

void TstId::newIdsAreOfVersion7AndCarryTheMoment()
{
    RandomIds ids;
    for (const qint64 ms : {qint64(0), qint64(1), qint64(1769870741123), (qint64(1) << 48) - 1}) {
        const QUuid uuid = ids.next(fromMs(ms));
        QVERIFY(isVersion7(uuid));
        QCOMPARE(uuid.toRfc4122().left(6).toHex(), QByteArray::number(ms, 16).rightJustified(12, '0'));
    }
}

void TstId::newIdsOfALaterMomentSortLater()
{
    RandomIds ids;
    EntryId before{ids.next(fromMs(1769870741000))};
    for (qint64 ms = 1769870741001; ms < 1769870742000; ++ms) {
        const EntryId next{ids.next(fromMs(ms))};
        QVERIFY(before < next);
        QVERIFY(before.text() < next.text());
        before = next;
    }
}

void TstId::newIdsAndSaltsDiffer()
{
    RandomIds ids;
    QSet<QByteArray> all;
    QByteArray everySet(16, '\0');
    QByteArray everyClear(16, '\0');
    for (int n = 0; n < 1000; ++n) {
        const QByteArray id = ids.next(fromMs(1769870741000)).toRfc4122();
        const QByteArray salt = ids.salt();
        QCOMPARE(salt.size(), 16);
        all << id << salt;
        for (int i = 0; i < 16; ++i) {
            everySet[i] = char(everySet[i] | salt[i]);
            everyClear[i] = char(everyClear[i] | ~salt[i]);
        }
    }
    QCOMPARE(all.size(), 2000);
    QCOMPARE(everySet, QByteArray(16, char(0xff))); // every bit is on now and then
    QCOMPARE(everyClear, QByteArray(16, char(0xff)));
}

QTEST_APPLESS_MAIN(TstId)
#include "tst_id.moc"
