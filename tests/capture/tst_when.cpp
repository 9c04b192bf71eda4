// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/said.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::tests;

class TstWhen : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsMoments_data();
    void readsMoments();
    void refusesASkippedTimeInTheLine();
    void refusesAFutureTimeInTheLine();
    void toleratesAClockThatWasSetBack();
};

void TstWhen::readsMoments_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("firstKey");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("moment");
    const auto row = [](const char* zone, const char* firstKey, const char* text, const char* moment) {
        QTest::addRow("%s %s %s", zone, firstKey, text) << QString::fromLatin1(zone) << QString::fromLatin1(firstKey)
                                                        << QString::fromUtf8(text) << QString::fromLatin1(moment);
    };
    const char* key = "2026-01-31T14:45:41";
    row("UTC", key, "-5m", "2026-01-31T14:40:41Z");
    row("UTC", key, "-1h30m", "2026-01-31T13:15:41Z");
    row("UTC", key, "-90s", "2026-01-31T14:44:11Z");
    row("UTC", key, "-1h2m3s", "2026-01-31T13:43:38Z");
    row("UTC", key, "-0m", "2026-01-31T14:45:41Z");
    row("UTC", key, "-15h", "2026-01-30T23:45:41Z other day");
    row("UTC", key, "-99999h", "2014-09-04T23:45:41Z other day");
    for (const char* text : {"-", "-5", "-5d", "-m", "-30m1h", "-5m5m", "--5m", "+5m", "-5 m", "-5M", "-1.5h",
             "-100000s", "\u22125m", "-\u0665m", ""})
        row("UTC", key, text, "BadTime");

    row("UTC", key, "14:45", "2026-01-31T14:45:00Z");
    row("UTC", key, "14:45:41", "2026-01-31T14:45:41Z");
    row("UTC", key, "9:05", "2026-01-31T09:05:00Z");
    row("UTC", key, "0:00", "2026-01-31T00:00:00Z");
    row("UTC", key, "14:47:41", "2026-01-31T14:47:41Z");
    row("UTC", key, "14:47:42", "2026-01-30T14:47:42Z other day");
    row("UTC", key, "23:59", "2026-01-30T23:59:00Z other day");
    for (const char* text : {"24:00", "25:10", "12:60", "12:00:60", "1:2", "012:00", "12:000", "14:31:", ":31", "14.31",
             "14:31Z", "14:31,", "14:31 x"})
        row("UTC", key, text, "BadTime");

    // At midnight.
    row("UTC", "2026-01-31T23:59:00", "0:01", "2026-02-01T00:01:00Z other day");
    row("UTC", "2026-01-31T23:59:00", "0:02", "2026-01-31T00:02:00Z");
    row("UTC", "2026-02-01T00:01:00", "23:59", "2026-01-31T23:59:00Z other day");
    row("UTC", "2026-02-01T00:01:00", "-2m", "2026-01-31T23:59:00Z other day");
    row("Asia/Kolkata", "2026-01-31T20:00:00", "1:15", "2026-01-31T19:45:00Z");
    row("Asia/Kolkata", "2026-01-31T18:31:00", "23:59", "2026-01-31T18:29:00Z other day");
    row("America/New_York", key, "09:45", "2026-01-31T14:45:00Z");
    row("America/New_York", key, "10:00", "2026-01-30T15:00:00Z other day");

    row("UTC", key, "yesterday 23:50", "2026-01-30T23:50:00Z other day");
    row("UTC", key, "yesterday 14:46:01", "2026-01-30T14:46:01Z other day");
    row("UTC", key, "Yesterday   0:10", "2026-01-30T00:10:00Z other day");
    row("Asia/Kolkata", "2026-01-31T20:00:00", "yesterday 23:50", "2026-01-31T18:20:00Z other day");
    row("UTC", key, "1970-01-01T00:00Z", "1970-01-01T00:00:00Z other day");
    for (const char* text : {"1969-12-31T23:59Z", "1970-01-01T00:00+01:00", "0001-01-01T00:00+14:00"})
        row("UTC", key, text, "BadTime");
    row("UTC", key, "yesterday", "BadTime");
    row("UTC", key, "yesterday 24:00", "BadTime");
    row("UTC", key, "yesterday -5m", "BadTime");
    row("UTC", key, "today 12:00", "BadTime");

    row("UTC", key, "2026-01-31T12:00Z", "2026-01-31T12:00:00Z");
    row("UTC", key, "2026-01-31T12:00:30Z", "2026-01-31T12:00:30Z");
    row("UTC", key, "2026-01-31T12:00:30.5Z", "2026-01-31T12:00:30.500Z");
    row("UTC", key, "2026-01-31T12:00+01:00", "2026-01-31T11:00:00Z");
    row("UTC", key, "2026-01-31T12:00+0530", "2026-01-31T06:30:00Z");
    row("UTC", key, "2026-01-31T03:00-08", "2026-01-31T11:00:00Z");
    row("UTC", key, "2026-01-31T12:00", "2026-01-31T12:00:00Z");
    row("UTC", key, "2024-02-29T12:00", "2024-02-29T12:00:00Z other day");
    row("Europe/Berlin", key, "2026-01-31T12:00", "2026-01-31T11:00:00Z");
    row("Europe/Berlin", key, "2026-01-31T00:30Z", "2026-01-31T00:30:00Z");
    row("Europe/Berlin", key, "2026-01-30T23:30Z", "2026-01-30T23:30:00Z");
    row("Europe/Berlin", key, "2026-01-30T22:30Z", "2026-01-30T22:30:00Z other day");
    row("UTC", key, "2026-01-31T14:47:41Z", "2026-01-31T14:47:41Z");
    row("UTC", key, "2026-01-31T14:47:42Z", "FutureTime");
    row("UTC", key, "2027-01-31T12:00", "FutureTime");
    for (const char* text : {"2026-01-31", "2026-01-31T", "2026-01-31T12Z", "2026-1-31T12:00", "2026-02-30T12:00Z",
             "2025-02-29T12:00", "2026-13-01T12:00Z", "2026-01-31T24:00Z", "2026-01-31T12:00+15:00",
             "2026-01-31T12:00+01:60", "2026-01-31 12:00", "2026-01-31t12:00z", "0000-01-01T00:00", "20260131T1200Z"})
        row("UTC", key, text, "BadTime");

    // 29 March 2026, 2:00 becomes 3:00.
    row("Europe/Berlin", "2026-03-29T08:00:00", "1:59", "2026-03-29T00:59:00Z");
    row("Europe/Berlin", "2026-03-29T08:00:00", "2:00", "SkippedTime");
    row("Europe/Berlin", "2026-03-29T08:00:00", "2:30", "SkippedTime");
    row("Europe/Berlin", "2026-03-29T08:00:00", "2:59:59", "SkippedTime");
    row("Europe/Berlin", "2026-03-29T08:00:00", "3:00", "2026-03-29T01:00:00Z");
    row("Europe/Berlin", "2026-03-29T01:00:30", "2:30", "SkippedTime");
    row("Europe/Berlin", "2026-03-29T01:00:30", "1:59", "2026-03-29T00:59:00Z");
    row("Europe/Berlin", "2026-03-29T00:40:00", "2:30", "2026-03-28T01:30:00Z other day");
    row("Europe/Berlin", "2026-03-29T00:59:30", "3:01", "2026-03-29T01:01:00Z");
    row("Europe/Berlin", "2026-03-30T08:00:00", "2:30", "2026-03-30T00:30:00Z");
    row("Europe/Berlin", "2026-03-30T08:00:00", "yesterday 2:30", "SkippedTime");
    row("Europe/Berlin", "2026-03-30T08:00:00", "2026-03-29T02:30", "SkippedTime");
    row("Europe/Berlin", "2026-03-30T08:00:00", "2026-03-29T02:30Z", "2026-03-29T02:30:00Z other day");
    row("Europe/Berlin", "2026-03-29T08:00:00", "-8h", "2026-03-29T00:00:00Z");

    // 25 October 2026, 3:00 becomes 2:00.
    row("Europe/Berlin", "2026-10-25T08:00:00", "1:59", "2026-10-24T23:59:00Z");
    row("Europe/Berlin", "2026-10-25T08:00:00", "2:00", "2026-10-25T00:00:00Z");
    row("Europe/Berlin", "2026-10-25T08:00:00", "2:30", "2026-10-25T00:30:00Z");
    row("Europe/Berlin", "2026-10-25T08:00:00", "3:00", "2026-10-25T02:00:00Z");
    row("Europe/Berlin", "2026-10-25T01:31:00", "2:30", "2026-10-25T00:30:00Z");
    row("Europe/Berlin", "2026-10-25T00:31:00", "2:30", "2026-10-25T00:30:00Z");
    row("Europe/Berlin", "2026-10-25T00:10:00", "2:30", "2026-10-24T00:30:00Z other day");
    row("Europe/Berlin", "2026-10-26T08:00:00", "yesterday 2:30", "2026-10-25T00:30:00Z other day");
    row("Europe/Berlin", "2026-10-26T08:00:00", "2026-10-25T02:30", "2026-10-25T00:30:00Z other day");
    row("Europe/Berlin", "2026-10-26T08:00:00", "2026-10-25T02:30+01:00", "2026-10-25T01:30:00Z other day");
    row("Australia/Lord_Howe", "2026-04-05T08:00:00", "1:45", "2026-04-04T14:45:00Z");
    row("Pacific/Apia", "2011-12-31T08:00:00", "2011-12-30T12:00", "SkippedTime");
}

void TstWhen::readsMoments()
{
    QFETCH(QString, zone);
    QFETCH(QString, firstKey);
    QFETCH(QString, text);
    QFETCH(QString, moment);
    Room room;
    room.firstKey(firstKey);
    room.situation.zone = QTimeZone(zone.toLatin1());
    QVERIFY(room.situation.zone.isValid());
    const Result<capture::When> when = capture::readWhen(text, room.situation);
    if (when) {
        QCOMPARE(toIso(when->instant) + (when->otherDay ? QStringLiteral(" other day") : QString()), moment);
    } else {
        QCOMPARE(word(when.error().code), moment);
        QCOMPARE(when.error().detail, text);
    }
}

void TstWhen::refusesASkippedTimeInTheLine()
{
    Room room;
    room.situation.zone = QTimeZone("Europe/Berlin");
    room.firstKey(QStringLiteral("2026-03-29T08:00:00"));
    const QString line = QStringLiteral("2:30 deployed");
    QCOMPARE(said(room.read(line)), QStringLiteral("refused: SkippedTime 2:30"));
    QCOMPARE(spansSaid(line, room.read(line)), QStringLiteral("[When|2:30][Text| deployed]"));
    QCOMPARE(said(room.read(QStringLiteral("yesterday 2:30 deployed"))), QStringLiteral("note"));
}

void TstWhen::refusesAFutureTimeInTheLine()
{
    const Room room;
    QCOMPARE(said(room.read(QStringLiteral("2026-01-31T15:00Z deployed"))),
        QStringLiteral("refused: FutureTime 2026-01-31T15:00Z"));
}

void TstWhen::toleratesAClockThatWasSetBack()
{
    Room room;
    room.situation.now = at(QStringLiteral("2026-01-31T12:00:00"));
    QVERIFY(capture::readWhen(QStringLiteral("14:45"), room.situation).ok());
    QVERIFY(capture::readWhen(QStringLiteral("2026-01-31T14:47Z"), room.situation).ok());
    QVERIFY(!capture::readWhen(QStringLiteral("2026-01-31T14:48Z"), room.situation).ok());
}

QTEST_GUILESS_MAIN(TstWhen)
#include "tst_when.moc"
