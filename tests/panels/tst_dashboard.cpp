// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/reader.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::panels;

namespace {

/// Single quotes stand for double ones.
Contents contentsOf(const QByteArray& json)
{
    const Read all = read(QByteArray(json).replace('\'', '"'), {});
    if (const auto* const fault = std::get_if<Fault>(&all))
        qWarning() << "fault" << int(fault->code) << fault->detail;
    return std::holds_alternative<Contents>(all) ? std::get<Contents>(all) : Contents();
}

/// A dashboard of one panel with these members.
Panel panelOf(const QByteArray& members)
{
    const Contents contents =
        contentsOf("{\"panels\":[{\"type\":\"timeseries\",\"targets\":[{\"expr\":\"up\"}]," + members + "}]}");
    return contents.panels.empty() ? Panel() : contents.panels.front();
}

QString titles(const Contents& contents)
{
    QStringList all;
    for (const Panel& panel : contents.panels)
        all += panel.title;
    return all.join(u' ');
}

QString skips(const Contents& contents)
{
    QStringList all;
    for (const Skipped& each : contents.skipped)
        all += each.title + u':' + word(each.refusal.reason);
    return all.join(u' ');
}

QString said(const std::vector<Limit>& limits)
{
    QStringList all;
    for (const Limit& limit : limits)
        all += (limit.beyond == metrics::Verdict::Warn ? u"warn "_s : u"bad "_s) + limit.comparison.op
            + QString::number(limit.comparison.value);
    return all.join(u", "_s);
}

QByteArray fieldOf(const QByteArray& defaults) { return "\"fieldConfig\":{\"defaults\":{" + defaults + "}}"; }

QByteArray steps(const QByteArray& steps) { return "\"thresholds\":{\"mode\":\"absolute\",\"steps\":[" + steps + "]}"; }

const QByteArray greenToRed = "{'color':'green','value':null},{'color':'red','value':80}";

} // namespace

/// Dashboards of Grafana in all their shapes.
class DashboardTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void panelsAreFoundInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray a = "{'title':'a','type':'timeseries','targets':[{'expr':'up'}]}";
        const QByteArray b = "{'title':'b','type':'stat','targets':[{'expr':'up'}]}";
        const QByteArray flat = "{'schemaVersion':'36','title':'x','panels':[" + a + ',' + b + "]}";
        const auto element = [](const QByteArray& id, const QByteArray& title) {
            return "\"panel-" + id + "':{'kind':'Panel','spec':{'id':" + id + ",'title':'" + title
                + "','data':{'kind':'QueryGroup','spec':{'queries':[{'kind':'PanelQuery','spec':{'hidden':false,"
                  "'query':{'kind':'DataQuery','group':'prometheus','spec':{'expr':'up'}}}}]}},"
                  "'vizConfig':{'kind':'VizConfig','group':'timeseries','spec':{}}}}";
        };
        QTest::newRow("classic") << flat;
        QTest::newRow("wrapped") << "{'meta':{},'dashboard':" + flat + '}';
        QTest::newRow("in a row") << "{'panels':[{'type':'row','panels':[" + a + "]}," + b + "]}";
        QTest::newRow("in a row in a row")
            << "{'panels':[{'type':'row','panels':[{'type':'row','panels':[" + a + "]}]}," + b + "]}";
        QTest::newRow("in old rows") << "{'rows':[{'panels':[" + a + "]},{'panels':[" + b + "]}]}";
        QTest::newRow("a classic resource")
            << "{'apiVersion':'dashboard.grafana.app/v1beta1','kind':'Dashboard','spec':" + flat + '}';
        QTest::newRow("a resource") << "{'apiVersion':'dashboard.grafana.app/v2','kind':'Dashboard','spec':"
                                       "{'title':'x','elements':{"
                + element("10", "b") + ',' + element("2", "a") + "}}}";
    }
    void panelsAreFoundInEveryShape()
    {
        QFETCH(QByteArray, json);
        const Contents contents = contentsOf(json);
        QCOMPARE(titles(contents), u"a b"_s);
        QCOMPARE(contents.total(), 2);
        QVERIFY(contents.isWhole());
    }

    void whatIsNotTakenIsToldWithItsReason()
    {
        const Contents contents =
            contentsOf("{'__inputs':[{'name':'DS_LOGS','pluginId':'loki'}],"
                       "'templating':{'list':[{'name':'sql','type':'datasource','query':'mysql'}]},"
                       "'panels':[5,null,'x',[],"
                       "{'title':'text','type':'text','targets':[{'expr':'up'}]},"
                       "{'title':'empty','type':'graph'},"
                       "{'title':'library','libraryPanel':{'uid':'a'}},"
                       "{'title':'logs','datasource':'${DS_LOGS}','targets':[{'expr':'{a=`b`}'}]},"
                       "{'title':'more','targets':[{'expr':'{a=`b`} |= `c`'}]},"
                       "{'title':'sql','datasource':{'uid':'$sql'},'targets':[{'rawSql':'select'}]},"
                       "{'title':'search','datasource':{'type':'elasticsearch'},'targets':[{'query':'a'}]},"
                       "{'title':'victoria','targets':[{'expr':'rate(x)'}]},"
                       "{'title':'open','targets':[{'expr':'topk($n, x)'}]},"
                       "{'title':'hidden','targets':[{'expr':'up','hide':true}]},"
                       "{'title':'mixed','datasource':'-- Mixed --','targets':["
                       "{'datasource':{'type':'loki'},'expr':'{a=`b`}'},"
                       "{'datasource':{'type':'prometheus'},'expr':'up'}]}]}");
        QCOMPARE(contents.total(), 15);
        QCOMPARE(titles(contents), u"mixed"_s);
        QCOMPARE(skips(contents),
            u":not-a-panel :not-a-panel :not-a-panel :not-a-panel text:no-measure empty:no-query library:in-library "
            "logs:logql more:logql sql:other-source search:other-source victoria:metricsql open:no-value "
            "hidden:no-query"_s);
        QCOMPARE(contents.panels[0].expressions, QStringList{u"up"_s});
        QCOMPARE(contents.panels[0].leftOut.size(), size_t(1));
        QVERIFY(!contents.isWhole());
    }

    void variablesHaveTheValuesOfTheDashboard_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QString>("becomes");
        const auto row = [](const char* name, const char* variable, const char* becomes) {
            QTest::newRow(name) << QByteArray(variable) << QString::fromLatin1(becomes);
        };
        row("a value", "'type':'query','current':{'value':'a'}", "x{v=`a`}");
        row("values", "'type':'query','multi':true,'current':{'value':['a','b']}", "x{v=~`(a|b)`}");
        row("all", "'type':'query','includeAll':true,'current':{'value':['$__all']}", "x{v=~`.*`}");
        row("all by a pattern", "'includeAll':true,'allValue':'a.+','current':{'value':'$__all'}", "x{v=~`a.+`}");
        row("nothing", "'type':'query','current':{}", "x{v=~`.*`}");
        row("no value at all", "'type':'query'", "x{v=~`.*`}");
        row("a constant", "'type':'constant','query':'c,d'", "x{v=`c,d`}");
        row("the first of a list", "'type':'custom','query':'One : 1,Two : 2'", "x{v=`1`}");
        row("a number", "'type':'custom','current':{'value':5}", "x{v=`5`}");
        row("of wrong types",
            "'type':5,'current':[],'multi':'yes','query':{}}"
            ",{'name':7",
            "x{v=~`.*`}");
    }
    void variablesHaveTheValuesOfTheDashboard()
    {
        QFETCH(QByteArray, variable);
        const Contents contents = contentsOf(
            "{'templating':{'list':[{'name':'v'," + variable + "}]},'panels':[{'targets':[{'expr':'x{v=`$v`}'}]}]}");
        QCOMPARE(contents.panels.size(), size_t(1));
        QTEST(contents.panels[0].expressions.join(u' '), "becomes");
    }

    void aResourceHasVariablesToo()
    {
        const Contents contents = contentsOf(
            "{'apiVersion':'dashboard.grafana.app/v2','spec':{"
            "'variables':[{'kind':'QueryVariable','spec':{'name':'v','multi':true,'current':{'value':['a','b']}}},"
            "{'kind':'IntervalVariable','spec':{'name':'i','current':{'value':'1h'}}}],"
            "'elements':{'a':{'kind':'Panel','spec':{'id':1,'title':'t','data':{'spec':{'queries':[{'spec':{'query':"
            "{'kind':'prometheus','spec':{'expr':'rate(x{v=`$v`}[$i]) > 3'}}}}]}},"
            "'vizConfig':{'kind':'stat','spec':{'fieldConfig':{'defaults':{'unit':'reqps'}}}}}},"
            "'b':{'kind':'LibraryPanel','spec':{'title':'l','libraryPanel':{'uid':'u'}}},"
            "'c':{'kind':'Panel','spec':{'title':'m','data':{'spec':{'queries':[{'spec':{'query':"
            "{'kind':'DataQuery','group':'loki','spec':{'expr':'{}'}}}}]}}}},'d':7}}}");
        QCOMPARE(contents.total(), 4);
        QCOMPARE(contents.panels.size(), size_t(1));
        const Panel& panel = contents.panels[0];
        QCOMPARE(panel.type, u"stat"_s);
        QCOMPARE(panel.unit, u"reqps"_s);
        QCOMPARE(panel.expressions, QStringList{u"rate(x{v=~`(a|b)`}[5m])"_s});
        QCOMPARE(said(panel.limits), u"bad >3"_s);
        QCOMPARE(skips(contents), u"l:in-library m:logql :not-a-panel"_s);
    }

    void aUnitIsFoundWhereItIs_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("unit");
        QTest::newRow("field") << fieldOf("'unit':'percentunit'") << u"percentunit"_s;
        QTest::newRow("its own word") << fieldOf("'unit':'suffix: \\u20ac'") << u"suffix: €"_s;
        QTest::newRow("before fields") << QByteArray("'options':{'fieldOptions':{'defaults':{'unit':'s'}}}") << u"s"_s;
        QTest::newRow("single") << QByteArray("'format':'bytes'") << u"bytes"_s;
        QTest::newRow("graph") << QByteArray("'yaxes':[{'format':'Bps'},{'format':'short'}]") << u"Bps"_s;
        QTest::newRow("older graph") << QByteArray("'y_formats':['ops','short']") << u"ops"_s;
        QTest::newRow("none") << QByteArray("'fieldConfig':5") << QString();
    }
    void aUnitIsFoundWhereItIs()
    {
        QFETCH(QByteArray, members);
        QTEST(panelOf(members).unit, "unit");
    }

    void limitsAreFoundWhereTheyAre_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("limits");
        const auto row = [](const char* name, const QByteArray& members, const char* limits) {
            QTest::newRow(name) << members << QString::fromLatin1(limits);
        };
        const QByteArray line = "'custom':{'thresholdsStyle':{'mode':'line'}},";
        row("steps",
            fieldOf(steps("{'color':'green','value':null},{'color':'#EAB839','value':5},"
                          "{'color':'rgba(245, 54, 54, 0.9)','value':9.5}")),
            "warn >=5, bad >=9.5");
        row("downwards", fieldOf(steps("{'color':'dark-red'},{'color':'orange','value':1},{'color':'blue','value':2}")),
            "bad <1, warn <2");
        row("on both sides", fieldOf(steps("{'color':'red'},{'color':'green','value':1},{'color':'red','value':2}")),
            "bad <1, bad >=2");
        row("without order",
            fieldOf(steps("{'color':'green'},{'color':'red','value':9},{'color':'yellow','value':'5'}")),
            "warn >=5, bad >=9");
        row("colours that say nothing", fieldOf(steps("{'color':'blue'},{'color':'purple','value':9}")), "");
        row("that a panel is born with", fieldOf(steps(greenToRed)), "");
        row("and that are seen", fieldOf(line + steps(greenToRed)), "bad >=80");
        row("and that are of percent", fieldOf("'unit':'percent'," + steps(greenToRed)), "bad >=80");
        row("in percent of a range",
            fieldOf("'min':100,'max':200,'thresholds':{'mode':'percentage','steps':[" + greenToRed + "]}"),
            "bad >=180");
        row("in percent of what is not known",
            fieldOf(line + "'thresholds':{'mode':'percentage','steps':[" + greenToRed + "]}"), "");
        row("graph",
            "'thresholds':[{'op':'gt','value':9,'colorMode':'critical'},"
            "{'op':'lt','value':1,'colorMode':'warning'},{'op':'gt','value':3,'colorMode':'ok'}]",
            "bad >9, warn <1");
        row("single", "'thresholds':'5,9','colors':['#299c46','rgba(237, 129, 40, 0.89)','#d44a3a']",
            "warn >=5, bad >=9");
        row("before fields",
            "'options':{'fieldOptions':{'thresholds':[{'color':'green','value':null},"
            "{'color':'red','value':7}]}}",
            "bad >=7");
        row("of wrong types", fieldOf(steps("5,{'color':[],'value':{}},null")), "");
    }
    void limitsAreFoundWhereTheyAre()
    {
        QFETCH(QByteArray, members);
        QTEST(said(panelOf(members).limits), "limits");
    }

    void whatIsNoDashboardSaysSo()
    {
        const auto faultOf = [](const QByteArray& json) {
            const Read all = read(QByteArray(json).replace('\'', '"'), {});
            return std::holds_alternative<Fault>(all) ? int(std::get<Fault>(all).code) : -1;
        };
        QCOMPARE(faultOf("{}"), int(Fault::Code::NoPanels));
        QCOMPARE(faultOf("[]"), int(Fault::Code::NoPanels));
        QCOMPARE(faultOf("{'panels':5}"), int(Fault::Code::NoPanels));
        QCOMPARE(faultOf("{'dashboard':[],'spec':7}"), int(Fault::Code::NoPanels));
        QCOMPARE(faultOf("{\"panels\":["), int(Fault::Code::NotJson));
        QCOMPARE(faultOf(QByteArray("[").repeated(100'000)), int(Fault::Code::NotJson));
        QCOMPARE(faultOf("{\"title\":\"\xff\"}"), int(Fault::Code::NotText));
        QCOMPARE(std::get<Fault>(read("{\n\n\"a\":b}", {})).detail.left(2), u"3:"_s);
    }

    void aDashboardIsBounded()
    {
        const QByteArray panel = "{'title':'a','type':'stat','targets':[{'expr':'up'}]},";
        const auto dashboard = [&](qsizetype panels) {
            return QByteArray("{'panels':[" + panel.repeated(panels).chopped(1) + "]}");
        };
        QCOMPARE(contentsOf(dashboard(258)).panels.size(), size_t(258));
        QCOMPARE(contentsOf(dashboard(mostPanels)).total(), mostPanels);
        QVERIFY(std::holds_alternative<Fault>(read(dashboard(mostPanels + 1).replace('\'', '"'), {})));
        const QByteArray nested = QByteArray("{'type':'row','panels':[").repeated(400) + QByteArray("]}").repeated(400);
        QCOMPARE(contentsOf("{'panels':[" + nested + "]}").total(), 0);
        // A value that is chosen many times over.
        const QByteArray large = "{'templating':{'list':[{'name':'v','current':{'value':'" + QByteArray(1'900, 'x')
            + "'}}]},'panels':[{'title':'a','targets':[{'expr':'x{v=~`" + QByteArray("$v").repeated(100) + "`}'}]}]}";
        QCOMPARE(skips(contentsOf(large)), u"a:too-long"_s);
    }

    void aTitleIsOneLineWithEverythingInSight()
    {
        QCOMPARE(panelOf("'title':' a\\n\\tb \\u202e'").title, u"a b [U+202E]"_s);
    }
};

QTEST_GUILESS_MAIN(DashboardTest)
#include "tst_dashboard.moc"
