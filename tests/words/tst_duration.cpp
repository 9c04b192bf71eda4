// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "words/duration.h"

using namespace warroom;
using namespace std::chrono_literals;

/// How lengths of time are said.
class DurationTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aDurationIsSaidInItsTwoLargestUnits()
    {
        QCOMPARE(words::duration(45s), QStringLiteral("45 seconds"));
        QCOMPARE(words::duration(1min), QStringLiteral("1 minute"));
        QCOMPARE(words::duration(37min + 20s), QStringLiteral("37 minutes"));
        QCOMPARE(words::duration(65min), QStringLiteral("1 hour 5 minutes"));
        QCOMPARE(words::duration(120min), QStringLiteral("2 hours"));
        QCOMPARE(words::duration(51h), QStringLiteral("2 days 3 hours"));
        QCOMPARE(words::shortDuration(65min), QStringLiteral("1 h 5 min"));
    }

    void anElapsedClockShowsWholeSeconds()
    {
        QCOMPARE(words::elapsedDigits(22min + 41s + 999ms), QStringLiteral("00:22:41"));
        QCOMPARE(words::elapsedDigits(30h + 5s), QStringLiteral("30:00:05"));
        QCOMPARE(words::elapsedDigits(100h + 12min), QStringLiteral("4 d 04:12"));
    }

    void anOldDateSaysHowOldItIs()
    {
        const QDate today(2026, 1, 31);
        QCOMPARE(words::asOf(today, today), QStringLiteral("as of 31 Jan"));
        QCOMPARE(words::asOf(QDate(2025, 11, 15), today), QStringLiteral("as of 15 Nov 2025"));
        QCOMPARE(words::asOf(QDate(2025, 10, 15), today), QStringLiteral("▲ as of 15 Oct 2025, 3 months ago"));
        QCOMPARE(words::asOf(QDate(2023, 1, 1), today), QStringLiteral("▲ as of 1 Jan 2023, 3 years ago"));
        QVERIFY(!words::isOld(QDate(2027, 1, 1), today));
    }

    void aCountdownReachesZeroAtTheMomentItself()
    {
        QCOMPARE(words::countdownDigits(2min + 19s), QStringLiteral("02:19"));
        QCOMPARE(words::countdownDigits(2min + 18s + 3ms), QStringLiteral("02:19"));
        QCOMPARE(words::countdownDigits(1h + 2min + 19s), QStringLiteral("1:02:19"));
        QCOMPARE(words::countdownDigits(0ms), QStringLiteral("00:00"));
        QCOMPARE(words::countdownDigits(-70s), QStringLiteral("−01:10"));
        QCOMPARE(words::overdue(-3min - 2s), QStringLiteral("overdue by 3 min"));
    }

    void aTimeThatThereIsTwiceHasItsZone()
    {
        const QTimeZone berlin("Europe/Berlin");
        const auto at = [&](const char* iso) {
            return words::timeOfDay(toInstant(QDateTime::fromString(QLatin1String(iso), Qt::ISODate)), berlin);
        };
        QCOMPARE(at("2026-10-24T23:59:00Z"), QStringLiteral("01:59"));
        QCOMPARE(at("2026-10-25T00:30:00Z"), QStringLiteral("02:30 CEST"));
        QCOMPARE(at("2026-10-25T01:30:00Z"), QStringLiteral("02:30 CET"));
        QCOMPARE(at("2026-10-25T02:00:00Z"), QStringLiteral("03:00"));
        QCOMPARE(at("2026-03-29T01:30:00Z"), QStringLiteral("03:30"));
    }
};

QTEST_GUILESS_MAIN(DurationTest)
#include "tst_duration.moc"
