// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/said.h"
#include "support/quiettest.h"

#include <QRandomGenerator>

using namespace warroom;
using namespace warroom::tests;
using capture::Reading;
using capture::Verdict;

class TstSpans : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatEachPieceWasTakenFor_data();
    void showsWhatEachPieceWasTakenFor();
    void coversEveryLineAndReadsNothingBehindABackslash();
};

void TstSpans::showsWhatEachPieceWasTakenFor_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("spans");
    const auto row = [](const char* line, const char* spans) {
        QTest::newRow(QByteArray(line).replace('\n', "\\n").constData())
            << QString::fromUtf8(line) << QString::fromUtf8(spans);
    };
    row("", "");
    row("  ", "[Text|  ]");
    row("pool at 96 %", "[Text|pool at 96 %]");
    row(" -5m  pool full ", "[Text| ][When|-5m][Text|  pool full ]");
    row("\\14:31 is late", "[Escape|\\][Text|14:31 is late]");
    row("14:31 /decision @alice roll", "[When|14:31][Text| ][Kind|/decision][Text| ][Person|@alice][Text| roll]");
    row("yesterday 23:50 ! x", "[When|yesterday 23:50][Text| ][Kind|!][Text| x]");
    row("+ @bob 10m drain", "[Kind|+][Text| ][NewPerson|@bob][Text| ][Argument|10m][Text| drain]");
    row("14:31 /tmp is full", "[Text|14:31 ][Unknown|/tmp][Text| is full]");
    row("/sev P1 because x", "[Verb|/sev][Text| ][Argument|P1][Text| ][Argument|because][Text| x]");
    row("/sev P9 x", "[Verb|/sev][Text| ][Unknown|P9][Text| x]");
    row("/role on-call engineer @carol", "[Verb|/role][Text| ][Argument|on-call engineer][Text| ][Person|@carol]");
    row("/role on-call -", "[Verb|/role][Text| ][Argument|on-call][Text| ][Argument|-]");
    row("/role cook @carol", "[Verb|/role][Text| ][Unknown|cook][Text| ][Person|@carol]");
    row("/followup due 2026-02-01 x", "[Verb|/followup][Text| ][Argument|due][Text| ][Argument|2026-02-01][Text| x]");
    row("/ack 14:31 by phone", "[Verb|/ack][Text| ][When|14:31][Text| by phone]");
    row("/status monitoring closely x", "[Verb|/status][Text| ][Argument|monitoring closely][Text| x]");
    row("/resolve False alarm", "[Verb|/resolve][Text| ][Argument|False alarm]");
    row("/done 3", "[Verb|/done][Text| ][Unknown|3]");
    row("! one\n! two", "[Kind|!][Text| one\n! two]");
}

void TstSpans::showsWhatEachPieceWasTakenFor()
{
    QFETCH(QString, line);
    QFETCH(QString, spans);
    QCOMPARE(spansSaid(line, Room().read(line)), spans);
}

namespace {

QString randomLine(QRandomGenerator& random)
{
    static const QStringList tokens = QString::fromUtf8(
        "-5m -1h30m - -99999s 14:31 25:10 9:5 yesterday 23:50 2026-01-31T12:00Z 2026-02-30T12:00 2026-03-29T02:30 ! + "
        "? "
        "* ? /decision /action /note /tmp /var/log / // /sev /status /role /ack /detected /mitigated /began /resolve "
        "/close /impact /update /followup /done /start /drop /section /incident /title declare P0 p1 SEV 1 because due "
        "2026-02-01 prio false alarm 3 #3 @alice @ca @d @bob @ @\" @\"Alice @\"Alice\u00a0Chen\" Chen\" \" @1 @é. 10m "
        "monitoring closely on-call engineer IC root-cause What Went Well \\ \\! text é 🔥 @🔥 "
        "\xe2\x80\xa8 x")
                                          .split(u' ');
    static const QStringList spaces{QStringLiteral(" "), QStringLiteral(" "), QStringLiteral(" "), QStringLiteral("  "),
        QStringLiteral("\t"), QStringLiteral("\n"), QStringLiteral("\r\n"), QString(), QString(QChar(0xd83d)),
        QString(QChar(u'\0'))};
    QString line;
    for (int n = random.bounded(9); n > 0; --n)
        line += tokens.at(random.bounded(tokens.size())) + spaces.at(random.bounded(spaces.size()));
    return line;
}

/// The spans put together again; empty where one of them is.
QString covered(const QString& line, const Reading& reading)
{
    QString all;
    int end = 0;
    for (const capture::Span& span : reading.spans) {
        if (span.length <= 0 || span.start != end)
            return {};
        all += line.mid(span.start, span.length);
        end += span.length;
    }
    return all;
}

} // namespace

void TstSpans::coversEveryLineAndReadsNothingBehindABackslash()
{
    Room room;
    room.situation.zone = QTimeZone("Europe/Berlin");
    room.assign(3);
    room.meet(QStringLiteral("Alicia Kern"), {});
    QRandomGenerator random(20260131);
    for (int round = 0; round < 20000; ++round) {
        const QString line = randomLine(random);
        const Reading reading = room.read(line);
        QCOMPARE(covered(line, reading), line);
        const bool logs = reading.verdict == Verdict::Ready || reading.verdict == Verdict::Confirm;
        QCOMPARE(reading.command.has_value(), logs);
        QCOMPARE(
            reading.problem.has_value(), reading.verdict == Verdict::Confirm || reading.verdict == Verdict::Refused);
        QCOMPARE(reading.verdict == Verdict::Empty, line.trimmed().isEmpty());

        const Reading note = room.read(QLatin1Char('\\') + line);
        const bool empty = line.trimmed().isEmpty();
        QCOMPARE(said(note), empty ? QStringLiteral("refused: EmptyText note") : QStringLiteral("note"));
        QCOMPARE(note.text, line.trimmed());
        QCOMPARE(note.occurredAt, room.situation.firstKey);
    }
}

QTEST_GUILESS_MAIN(TstSpans)
#include "tst_spans.moc"
