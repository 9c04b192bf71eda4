// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "words/visible.h"

#include <QRandomGenerator>

using namespace warroom;

/// Text in which nothing hides.
class VisibleTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void ordinaryTextStaysAsItIs()
    {
        const QString text = QStringLiteral("50 % back → 4.1 %\tpool\nZürich 日本 👍");
        QCOMPARE(words::visible(text), text);
    }

    void whatIsTooLongIsShortenedBetweenCharacters()
    {
        QCOMPARE(words::shortened(QStringLiteral("pool"), 4), QStringLiteral("pool"));
        QCOMPARE(words::shortened(QStringLiteral("pools"), 4), QStringLiteral("pool…"));
        QCOMPARE(words::shortened(QStringLiteral("abc👍d"), 4), QStringLiteral("abc…"));
        QCOMPARE(words::shortened(QStringLiteral("abc👍d"), 5), QStringLiteral("abc👍…"));
    }

    void controlAndDirectionAreShown()
    {
        QCOMPARE(words::visible(QStringLiteral("a\x1b[1mb\r")), QStringLiteral("a\u241b[1mb\u240d"));
        QCOMPARE(words::visible(QString(u'\u202e') + QLatin1String("x")), QStringLiteral("[U+202E]x"));
        QCOMPARE(words::visible(QString(QChar(0))), QString(QChar(0x2400)));
    }

    void strongPiecesFollowTheText()
    {
        const words::Sentence said{QStringLiteral("\u202eab Carol\u200b x"), {{4, 6}}};
        const words::Sentence shown = words::visible(said);
        QCOMPARE(shown.text, QStringLiteral("[U+202E]ab Carol[U+200B] x"));
        QCOMPARE(shown.text.mid(shown.strong[0].start, shown.strong[0].length), QStringLiteral("Carol[U+200B]"));
    }

    void nothingThatHidesIsLeftInRandomText()
    {
        QRandomGenerator random(7);
        for (int n = 0; n < 2000; ++n) {
            QString text;
            for (int i = 0; i < 30; ++i)
                text += QChar(char16_t(random.bounded(0x3000)));
            const QString shown = words::visible(text);
            for (const QChar c : shown) {
                QVERIFY(c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control);
                QVERIFY(c.category() != QChar::Separator_Line && c.category() != QChar::Separator_Paragraph);
                QVERIFY(c.unicode() < 0x202a || c.unicode() > 0x202e);
            }
        }
    }

    void aPileOfMarksIsCut()
    {
        const QString pile = QLatin1Char('a') + QString(50'000, QChar(0x0301));
        QVERIFY(words::visible(pile).size() < 20);
    }
};

QTEST_GUILESS_MAIN(VisibleTest)
#include "tst_visible.moc"
