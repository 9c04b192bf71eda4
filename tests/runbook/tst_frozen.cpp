// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/filling.h"
#include "runbook/frozen.h"
#include "runbook/reader.h"
#include "support/quiettest.h"

#include <QDir>
#include <QFile>

using namespace warroom;
using namespace warroom::runbook;
using namespace Qt::Literals::StringLiterals;

/// What is kept of a runbook with an incident, and what its commands become there.
class TstFrozen : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyRunbookComesBackAsItWas();
    void whatIsNoFrozenRunbookIsNone();
    void damagedOnesAreReadAsFarAsTheyGo();
    void placeholdersAreFilledInOnePass();
    void whatHasNoValueStaysVisible();
    void namesOfSecretsAreKnown();
};

void TstFrozen::everyRunbookComesBackAsItWas()
{
    int runbooks = 0;
    const QDir documents(QStringLiteral(WARROOM_RUNBOOKS));
    for (const QString& name : documents.entryList({u"*.md"_s})) {
        QFile file(documents.filePath(name));
        QVERIFY(file.open(QFile::ReadOnly));
        const Result<Document> document = read(file.readAll(), name);
        QVERIFY(document);
        for (const Runbook& runbook : document->runbooks) {
            const std::optional<Runbook> back = thawed(frozen(runbook));
            QVERIFY(back);
            QCOMPARE(frozen(*back), frozen(runbook));
            QCOMPARE(back->title, runbook.title);
            QCOMPARE(back->rule, runbook.rule);
            QCOMPARE(back->steps.size(), runbook.steps.size());
            for (std::size_t i = 0; i < runbook.steps.size(); ++i) {
                const Step& was = runbook.steps[i];
                const Step& is = back->steps[i];
                QCOMPARE(is.text, was.text);
                QCOMPARE(is.branch, was.branch);
                QVERIFY(is.timeBox == was.timeBox);
                QVERIFY(is.blocks == was.blocks);
                QCOMPARE(is.commands.size(), was.commands.size());
                for (std::size_t c = 0; c < was.commands.size(); ++c) {
                    QCOMPARE(is.commands[c].text, was.commands[c].text);
                    QCOMPARE(is.commands[c].placeholders, was.commands[c].placeholders);
                    QCOMPARE(is.commands[c].dangerous, was.commands[c].dangerous);
                }
            }
            QCOMPARE(back->parts.size(), runbook.parts.size());
            ++runbooks;
        }
    }
    QVERIFY(runbooks > 20);
}

void TstFrozen::whatIsNoFrozenRunbookIsNone()
{
    for (const QByteArray& bytes : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("{\"runbook\":2}"),
             QByteArray("{\"title\":\"x\"}"), QByteArray(1000, '[')})
        QVERIFY(!thawed(bytes));
}

void TstFrozen::damagedOnesAreReadAsFarAsTheyGo()
{
    const std::optional<Runbook> odd = thawed(R"({"runbook":1,"rule":"magic","steps":[{"text":7,"number":"x",)"
                                              R"("blocks":[{"kind":"poem","children":3}],"time_box_s":-5}, 9]})");
    QVERIFY(odd);
    QVERIFY(odd->rule == Rule::None);
    QCOMPARE(odd->steps.size(), 2u);
    QCOMPARE(odd->steps[0].text, QString());
    QVERIFY(odd->steps[0].blocks[0].kind == Block::Kind::Paragraph);
    QVERIFY(odd->steps[0].timeBox == std::chrono::seconds(0));
    // Deeper than any reader gives, it is cut off.
    QByteArray deep = R"({"runbook":1,"steps":[{"blocks":[)";
    for (int i = 0; i < 300; ++i)
        deep += R"({"children":[)";
    for (int i = 0; i < 300; ++i)
        deep += "]}";
    QVERIFY(thawed(deep + "]}]}"));
}

void TstFrozen::placeholdersAreFilledInOnePass()
{
    Command command;
    command.text = u"kubectl delete pod <pod> -n <pod-namespace> --grace $PREV"_s;
    command.placeholders = {u"<pod>"_s, u"<pod-namespace>"_s, u"$PREV"_s};
    const QMap<QString, QString> values{
        {u"<pod>"_s, u"$PREV"_s}, {u"$PREV"_s, u"v2.1.3"_s}, {u"<pod-namespace>"_s, u"prod"_s}};
    QCOMPARE(filled(command, values), u"kubectl delete pod $PREV -n prod --grace v2.1.3"_s);
    QCOMPARE(unfilled(command, values), QStringList());
}

void TstFrozen::whatHasNoValueStaysVisible()
{
    Command command;
    command.text = u"curl SERVICE_URL/health"_s;
    command.placeholders = {u"SERVICE_URL"_s};
    QCOMPARE(filled(command, {{u"other"_s, u"x"_s}}), command.text);
    QCOMPARE(unfilled(command, {}), QStringList{u"SERVICE_URL"_s});
}

void TstFrozen::namesOfSecretsAreKnown()
{
    for (const QString& name : {u"$KEY_SHARE_1"_s, u"<api-token>"_s, u"[PASSWORD]"_s, u"${DB_PWD}"_s})
        QVERIFY2(isSecret(name), qPrintable(name));
    for (const QString& name : {u"<pod-name>"_s, u"$PREV"_s, u"SERVICE_URL"_s})
        QVERIFY2(!isSecret(name), qPrintable(name));
}

QTEST_GUILESS_MAIN(TstFrozen)
#include "tst_frozen.moc"
