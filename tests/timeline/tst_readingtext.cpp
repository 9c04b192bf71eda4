// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "timeline/readingtext.h"
#include "words/told.h"

using namespace warroom;
using tests::Told;
using timeline::ReadingText;

/// What stands beside the line while somebody types.
class ReadingTextTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theLineIsSaidInAFewWords_data();
    void theLineIsSaidInAFewWords();
    void anOldStampIsAmber();
    void aTimeThatThereIsTwiceIsTheFirstAndSaysSo();

private:
    static ReadingText of(const QString& line, std::chrono::minutes typing = {});
};

ReadingText ReadingTextTest::of(const QString& line, std::chrono::minutes typing)
{
    static const incident::IncidentState state = Told::declared().state();
    static const playbook::Playbook book = tests::team();
    capture::Situation situation;
    situation.firstKey = tests::at(QStringLiteral("14:45:41"));
    situation.now = situation.firstKey + typing;
    situation.playbook = &book;
    situation.state = &state;
    return timeline::readingText(capture::read(line, situation), situation);
}

void ReadingTextTest::theLineIsSaidInAFewWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tone");
    const auto row = [](const char* line, const char* text, ReadingText::Tone tone) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(text) << int(tone);
    };
    using enum ReadingText::Tone;
    row("", "", Calm);
    row("pool at 96 %", "14:45 · note", Calm);
    row("* half is back", "14:45 · note, pinned", Calm);
    row("23:50 deployed", "30 Jan 23:50 · note", Waiting);
    row("14:31 /decision @alice roll back", "14:31 · decision · Alice Chen", Calm);
    row("+ @dave 10m drain", "14:45 · action · Dave Wong · 10 min", Calm);
    row("@zed says hello", "14:45 · note · new: zed", Waiting);
    row("+ restart pool", "14:45 · action · who?", Wrong);
    row("/tmp is full", "14:45 · note · unknown /tmp", Wrong);
    row("/sev P1", "14:45 · severity P1", Calm);
    row("/sev P9", "There is no severity “P9” in this playbook.", Wrong);
}

void ReadingTextTest::theLineIsSaidInAFewWords()
{
    QFETCH(QString, line);
    QFETCH(QString, text);
    QFETCH(int, tone);
    QCOMPARE(of(line).text, text);
    QCOMPARE(int(of(line).tone), tone);
}

void ReadingTextTest::anOldStampIsAmber()
{
    using std::chrono::minutes;
    QCOMPARE(of(QStringLiteral("pool full"), minutes(3)).tone, ReadingText::Tone::Waiting);
    QCOMPARE(of(QStringLiteral("14:31 pool full"), minutes(3)).tone, ReadingText::Tone::Calm);
}

void ReadingTextTest::aTimeThatThereIsTwiceIsTheFirstAndSaysSo()
{
    static const playbook::Playbook book = tests::team();
    capture::Situation situation;
    situation.now = toInstant(QDateTime::fromString(QStringLiteral("2026-10-25T03:00:00Z"), Qt::ISODate));
    situation.firstKey = situation.now;
    situation.zone = QTimeZone("Europe/Berlin");
    situation.playbook = &book;
    const incident::IncidentState state = Told::declared().state();
    situation.state = &state;
    const auto read = [&](const QString& line) {
        return timeline::readingText(capture::read(line, situation), situation).text;
    };
    QCOMPARE(read(QStringLiteral("02:30 pool full")), QStringLiteral("02:30 CEST · note"));
    QCOMPARE(read(QStringLiteral("2026-10-25T01:30Z pool full")), QStringLiteral("02:30 CET · note"));
    QCOMPARE(read(QStringLiteral("03:30 pool full")), QStringLiteral("03:30 · note"));
}

QTEST_GUILESS_MAIN(ReadingTextTest)
#include "tst_readingtext.moc"
