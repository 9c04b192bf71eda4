// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/quiettest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace warroom::support;
using namespace Qt::StringLiterals;

namespace {

const QByteArray dashboard = R"({"title":"Shop","panels":[
    {"title":"Errors","type":"timeseries","fieldConfig":{"defaults":{"unit":"percent"}},"targets":[
        {"expr":"sum(rate(e[$__rate_interval])) / sum(rate(a[$__range])) > 0.05"}]},
    {"title":"Notes","type":"text"}]})";

const QByteArray rules = "groups: [{rules: [{alert: Down, expr: up < 1}]}]\n";

} // namespace

/// What `warroom panels import` makes of dashboards and rules.
class TestPanelsVerb : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aTableSaysWhatWasTakenAndWhatNot()
    {
        const Ran ran = import({put(u"shop.json"_s, dashboard)});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.err, QString());
        QCOMPARE(ran.lines(),
            (QStringList{m_file + u": 2 panels, 1 taken, 1 skipped"_s,
                u"  Errors                                   percent      bad > 0.05"_s,
                u"      sum(rate(e[1m])) / sum(rate(a[1h]))"_s,
                u"      look at its unit: this goes from 0 to 1, which is percentunit; percent goes from 0 to 100"_s,
                u"  skipped: Notes, because it shows no measure"_s}));
    }

    void jsonSaysEverything()
    {
        const Ran ran = import({put(u"shop.json"_s, dashboard), u"--json"_s, u"--scrape"_s, u"30s"_s});
        QCOMPARE(ran.exit, 1);
        const QJsonObject taken{{u"title"_s, u"Errors"_s}, {u"type"_s, u"timeseries"_s}, {u"unit"_s, u"percent"_s},
            {u"expressions"_s, QJsonArray{u"sum(rate(e[2m])) / sum(rate(a[1h]))"_s}},
            {u"thresholds"_s, QJsonArray{QJsonObject{{u"op"_s, u">"_s}, {u"value"_s, 0.05}, {u"level"_s, u"bad"_s}}}},
            {u"left_out"_s, QJsonArray()}};
        const QJsonObject skipped{{u"title"_s, u"Notes"_s}, {u"type"_s, u"text"_s}, {u"reason"_s, u"no-measure"_s},
            {u"message"_s, u"it shows no measure"_s}};
        const QJsonObject all{{u"path"_s, m_file}, {u"total"_s, 2}, {u"panels"_s, QJsonArray{taken}},
            {u"skipped"_s, QJsonArray{skipped}}};
        QCOMPARE(QJsonDocument::fromJson(ran.out.toUtf8()).array(), QJsonArray{all});
    }

    void yamlGoesIntoAPlaybook()
    {
        const Ran standard = m_program.run({u"playbook"_s, u"show"_s, u"standard"_s});
        const Ran ran = import({put(u"shop.json"_s, dashboard), put(u"rules.yml"_s, rules), u"--yaml"_s});
        QCOMPARE(ran.exit, 1);
        const QString playbook = put(u"playbook.yaml"_s, (standard.out + u'\n' + ran.out).toUtf8());
        const Ran check = m_program.run({u"playbook"_s, u"check"_s, playbook});
        QCOMPARE(check.err, QString());
        QCOMPARE(check.exit, 0);
        QCOMPARE(check.lines().constLast(),
            u"  look at the unit of “Errors”: this goes from 0 to 1, which is percentunit; percent goes from 0 to 100"_s);
    }

    void rulesThatAreWholeAreZero()
    {
        const Ran ran = import({put(u"rules.yml"_s, rules)});
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.lines().constFirst(), m_file + u": 1 panels, 1 taken, 0 skipped"_s);
    }

    void whatCannotBeReadIsThreeAndTheOthersAreTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const QString none = u"This is neither a dashboard of Grafana nor a file of rules."_s;
        QTest::newRow("not there") << QByteArray() << u"This file cannot be read: FILE"_s;
        QTest::newRow("something else") << QByteArray("# Shop\n") << u"FILE: "_s + none;
        QTest::newRow("another JSON") << QByteArray("{\"a\":1}") << u"FILE: "_s + none;
        QTest::newRow("half of one") << dashboard.first(100)
                                     << u"FILE: This is not valid JSON, line 2: unterminated string"_s;
        QTest::newRow("another YAML") << QByteArray("a: [1\n")
                                      << u"FILE: This is not valid YAML, line 2: end of sequence flow not found"_s;
        QTest::newRow("no text") << QByteArray("groups:\0", 8) << u"FILE: This file is no text."_s;
        QTest::newRow("too large") << QByteArray(9'000'000, ' ') << u"This file is too large, more than 8 MB: FILE"_s;
    }
    void whatCannotBeReadIsThreeAndTheOthersAreTold()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QString good = put(u"rules.yml"_s, rules);
        const QString bad = bytes.isEmpty() ? m_program.home() + u"/lost.json"_s : put(u"bad.json"_s, bytes);
        const Ran ran = import({bad, good});
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.err, u"warroom: "_s + says.replace(u"FILE"_s, bad) + u'\n');
        QCOMPARE(ran.lines().constFirst(), good + u": 1 panels, 1 taken, 0 skipped"_s);
    }

    void aWrongCallIsTwo()
    {
        for (const char* call : {"panels", "panels import", "panels burn x", "panels import --json --yaml x",
                 "panels import --scrape soon x", "panels import --range 0 x"})
            QVERIFY2(m_program.run(QString::fromLatin1(call).split(u' ')).exit == 2, call);
    }

private:
    QString put(const QString& name, const QByteArray& bytes)
    {
        m_file = m_program.home() + u'/' + name;
        QFile file(m_file);
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qWarning() << m_file << file.errorString();
        return m_file;
    }

    Ran import(const QStringList& arguments) const
    {
        return m_program.run(QStringList{u"panels"_s, u"import"_s} + arguments);
    }

    Program m_program;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPanelsVerb)
#include "tst_panelsverb.moc"
