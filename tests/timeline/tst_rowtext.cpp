// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "timeline/rowtext.h"

#include <cmath>

using namespace warroom;
using timeline::RowText;

/// A row's height is told without laying it out only where that is sure.
class TestRowText : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsNeverWiderThanItIsToldToBe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << QStringLiteral("pool at 80 %, all of it in eu-west-1");
        QTest::newRow("wide letters") << QStringLiteral("WWWWWW MMMMMM @@@@@@");
        QTest::newRow("pairs that are kerned") << QStringLiteral("AVAVAV To. Ty, WA Yo \"LT\" f/ )(");
        QTest::newRow("pairs that become a sign") << QStringLiteral("a -> b => c <- 3x4 != 12:30 --- ... fi ffl");
        QString all;
        for (char16_t c = u' '; c <= u'~'; ++c)
            all += QChar(c);
        QTest::newRow("all of ASCII") << all;
    }
    void aLineIsNeverWiderThanItIsToldToBe()
    {
        QFETCH(QString, text);
        const qreal most = RowText::widthAtMost(text);
        const style::Theme theme = style::Theme::dark();
        for (const bool strong : {false, true}) {
            const words::Sentence sentence{
                text, strong ? std::vector<words::Range>{{0, int(text.size())}} : std::vector<words::Range>()};
            const RowText laidOut(sentence, {}, theme, 100'000);
            QVERIFY(laidOut.lineWidth().value() <= most);
        }
    }

    void ofOtherTextNothingIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("two lines") << QStringLiteral("a\nb");
        QTest::newRow("a tab") << QStringLiteral("a\tb");
        QTest::newRow("another script") << QStringLiteral("\u4f60\u597d");
        QTest::newRow("an accent") << QStringLiteral("caf\u00e9");
        QTest::newRow("a picture") << QStringLiteral("\U0001f525");
    }
    void ofOtherTextNothingIsTold()
    {
        QFETCH(QString, text);
        QVERIFY(std::isinf(RowText::widthAtMost(text)));
    }
};

QTEST_MAIN(TestRowText)
#include "tst_rowtext.moc"
