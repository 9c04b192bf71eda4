// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hidden.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;

/// Text in which nothing hides.
class TestHidden : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenCharactersAreShown_data();
    void hiddenCharactersAreShown();
};

void TestHidden::hiddenCharactersAreShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("escape") << u"\u001b[2J"_s << u"␛[2J"_s;
    QTest::newRow("null") << u"a"_s + QChar(0) + u"b"_s << u"a␀b"_s;
    QTest::newRow("delete") << u"a\u007fb"_s << u"a␡b"_s;
    QTest::newRow("carriage return") << u"a\rb"_s << u"a␍b"_s;
    QTest::newRow("C1") << u"a\u009bb"_s << u"a[U+009B]b"_s;
    QTest::newRow("right to left") << u"a\u202eb"_s << u"a[U+202E]b"_s;
    QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"[U+2066]x[U+2069]"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a[U+2028]b"_s;
    QTest::newRow("tag") << u"a\U000e0041b"_s << u"a[U+E0041]b"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xd800) + u"b"_s << u"a\ufffdb"_s;
    QTest::newRow("line break and tab stay") << u"a\n\tb"_s << u"a\n\tb"_s;
    QTest::newRow("joined emoji stays") << u"👩‍🚒"_s << u"👩‍🚒"_s;
    QTest::newRow("Hebrew stays") << u"שלום"_s << u"שלום"_s;
}

void TestHidden::hiddenCharactersAreShown()
{
    QFETCH(QString, text);
    QTEST(visible(text), "shown");
}

QTEST_APPLESS_MAIN(TestHidden)
#include "tst_hidden.moc"
