// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/completion.h"
#include "support/quiettest.h"
#include "words/told.h"

using namespace warroom;
using tests::Told;

/// What the word at the cursor may become.
class CompletionTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aWordOfTheHeadIsCompleted_data();
    void aWordOfTheHeadIsCompleted();
    void everyWordOfferedIsKnownToTheLine();
    void aPersonShowsNameAndRole();

private:
    static desk::Completion at(const QString& line);
};

desk::Completion CompletionTest::at(const QString& line)
{
    static const incident::IncidentState state = Told::declared().state();
    static const playbook::Playbook book = tests::team();
    capture::Situation situation;
    situation.now = situation.firstKey = tests::at(QStringLiteral("14:45"));
    situation.playbook = &book;
    situation.state = &state;
    return desk::complete(line, int(line.size()), situation);
}

void CompletionTest::aWordOfTheHeadIsCompleted_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("offered");
    const auto row = [](const char* line, const QStringList& offered) {
        QTest::newRow(line) << QString::fromUtf8(line) << offered;
    };
    row("/act", {QStringLiteral("/action")});
    row("-5m /hy", {QStringLiteral("/hypothesis")});
    row("@da", {QStringLiteral("@dave")});
    row("/action @a", {QStringLiteral("@alice")});
    row("/role scribe @c", {QStringLiteral("@carol")});
    row("@lee", {});
    row("pool @da", {});
    row("/action @dave drain @a", {});
    row("/action /no", {});
    row("\\/act", {});
    row("/tmp", {});
    row("/action ", {});
    row("", {});
}

void CompletionTest::aWordOfTheHeadIsCompleted()
{
    QFETCH(QString, line);
    QFETCH(QStringList, offered);
    QStringList inserts;
    for (const desk::Suggestion& suggestion : at(line).suggestions)
        inserts << suggestion.insert;
    QCOMPARE(inserts, offered);
}

void CompletionTest::everyWordOfferedIsKnownToTheLine()
{
    for (const desk::Suggestion& word : desk::lineWords()) {
        capture::Situation situation;
        const capture::Reading reading = capture::read(word.insert + QStringLiteral(" x"), situation);
        QVERIFY2(
            !reading.spans.empty() && reading.spans[0].kind != capture::SpanKind::Unknown, qPrintable(word.insert));
        QVERIFY2(reading.spans[0].kind != capture::SpanKind::Text, qPrintable(word.insert));
    }
}

void CompletionTest::aPersonShowsNameAndRole()
{
    const desk::Completion dave = at(QStringLiteral("@dave"));
    QCOMPARE(dave.suggestions.at(0),
        (desk::Suggestion{QStringLiteral("@dave"), QStringLiteral("Dave Wong"), QStringLiteral("Scribe, backup")}));
}

QTEST_GUILESS_MAIN(CompletionTest)
#include "tst_completion.moc"
