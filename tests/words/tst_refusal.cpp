// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "words/refusal.h"

using namespace warroom;

/// What a person reads when something does not work.
class RefusalTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasASentenceAndNoPlaceholderIsLeft()
    {
        for (int code = 0; code <= int(ErrorCode::QueryRefused); ++code) {
            const QString sentence = words::refusal(Error{ErrorCode(code), QStringLiteral("x")});
            QVERIFY2(sentence.size() > 10, qPrintable(QString::number(code)));
            QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
        }
    }

    void theWordThatIsWrongIsNamed()
    {
        QCOMPARE(words::refusal({ErrorCode::UnknownSeverity, QStringLiteral("P9")}),
            QStringLiteral("There is no severity “P9” in this playbook."));
    }

    void aHostileWordIsMadeVisible()
    {
        QCOMPARE(words::refusal({ErrorCode::UnknownRole, QStringLiteral("%1\u202e\n\x01")}),
            QStringLiteral("There is no role “%1[U+202E]\n\u2401” in this playbook."));
    }
};

QTEST_GUILESS_MAIN(RefusalTest)
#include "tst_refusal.moc"
