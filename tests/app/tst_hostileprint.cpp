// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hostiletext.h"
#include "support/program.h"
#include "support/quiettest.h"

#include "report/parsed.h"

#include <QDir>
#include <QJsonArray>

using namespace warroom;
using namespace warroom::support;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As a script gives it: what breaks a line goes on with the line before.
QByteArray asLine(QString text)
{
    text.replace(u'\n', u"\n\t"_s).remove(QChar(0));
    return (u'\\' + text + u'\n').toUtf8();
}

} // namespace

/// Whatever is said, the command line prints it as text, and the post-mortem holds nothing that acts.
class TestHostilePrint : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPrintedActsOnNothing()
    {
        const Program program;
        program.declare(u"<img src=x> $(date) \u202e"_s);
        const QString file = program.home() + u"/touched"_s;
        QByteArray lines;
        QStringList texts;
        for (const HostileText& each : hostileTexts(file, u"http://127.0.0.1:1"_s)) {
            lines += asLine(each.text);
            texts += each.text;
        }
        const Ran logged = program.run({u"log"_s, u"-"_s}, lines);
        QCOMPARE(logged.exit, 0);
        QCOMPARE(logged.lines().size(), texts.size());
        for (const char* verb : {"show", "list", "verify", "export"}) {
            const Ran ran = program.run({QLatin1String(verb)});
            QCOMPARE(ran.exit, 0);
            QVERIFY2(hiddenIn(ran.out).isEmpty(), qPrintable(QLatin1String(verb) + u' ' + hiddenIn(ran.out)));
        }
        const Ran json = program.run({u"show"_s, u"--json"_s});
        QVERIFY(hiddenIn(json.out).isEmpty());
        const QJsonArray entries = json.json().value(u"entries"_s).toArray();
        QVERIFY(entries.size() > texts.size());
        QVERIFY(QDir(program.home()).entryList({u"touched*"_s}).isEmpty());
    }

    void whatIsExportedActsOnNothing()
    {
        const Program program;
        program.declare(u"t"_s);
        const QString file = program.home() + u"/touched"_s;
        for (const HostileText& each : hostileTexts(file, u"http://127.0.0.1:1"_s)) {
            const QByteArray line = asLine(each.text);
            QCOMPARE(program.run({u"log"_s, u"-"_s}, "* x" + line.mid(1)).exit, 0);
        }
        const Ran ran = program.run({u"export"_s, u"--all"_s});
        QCOMPARE(ran.exit, 0);
        const tests::Parsed parsed = tests::parse(ran.out);
        QVERIFY2(parsed.active.isEmpty(), qPrintable(parsed.active.join(u'\n').left(1000)));
    }
};

QTEST_GUILESS_MAIN(TestHostilePrint)
#include "tst_hostileprint.moc"
