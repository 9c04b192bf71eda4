// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/answer.h"
#include "support/quiettest.h"

#include <cmath>

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;

namespace {

/// "2 vector a=1,b=2: 5000=1.5 6000=nan | c=3: 5000=inf"
QString told(const Answer& answer)
{
    QStringList all;
    for (const Series& series : answer.series) {
        QStringList labels;
        for (const Label& label : series.labels)
            labels += label.name + u'=' + label.value;
        QStringList points;
        for (std::size_t i = 0; i < series.times.size(); ++i)
            points += u"%1=%2"_s.arg(series.times[i]).arg(series.values[i], 0, 'g', 17);
        if (series.histograms > 0)
            points += u"%1 histograms"_s.arg(series.histograms);
        all += labels.join(u',') + u": "_s + points.join(u' ');
    }
    const QString said = answer.success ? word(answer.type) : answer.errorType + u": "_s + answer.error;
    return (said + u' ' + answer.text + all.join(u" | "_s)).trimmed();
}

/// JSON with single quotes.
QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

QByteArray success(const QByteArray& type, const QByteArray& result)
{
    return json("{'status':'success','data':{'resultType':'" + type + "','result':" + result + "}}");
}

QByteArray value(const QByteArray& number) { return success("scalar", "[1,'" + number + "']"); }

QByteArray times(const QByteArray& values) { return success("matrix", "[{'metric':{},'values':" + values + "}]"); }

} // namespace

/// What is made of the bodies that servers send.
class AnswerTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerBecomesValues_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& body, const QString& says) {
            QTest::newRow(name) << json(body) << says;
        };
        row("vector", success("vector", "[{'metric':{'__name__':'up','job':'a'},'value':[1795323168.573,'1']}]"),
            u"vector __name__=up,job=a: 1795323168573=1"_s);
        row("matrix",
            success("matrix",
                "[{'metric':{'a':'1'},'values':[[5,'1.5'],[6.25,'-2']]},{'metric':{'a':'2'},'values':[[5,'0']]}]"),
            u"matrix a=1: 5000=1.5 6250=-2 | a=2: 5000=0"_s);
        row("scalar", success("scalar", "[1795323168.587,'1']"), u"scalar : 1795323168587=1"_s);
        row("string", success("string", "[1795323168.597,'x \\'y\\'']"), u"string x \"y\""_s);
        row("empty", success("vector", "[]"), u"vector"_s);
        row("NaN and infinite",
            success("matrix", "[{'metric':{},'values':[[1,'NaN'],[2,'+Inf'],[3,'-Inf'],[4,'1.79e+308']]}]"),
            u"matrix : 1000=nan 2000=inf 3000=-inf 4000=1.79e+308"_s);
        row("times of all kinds", times("[[-1.5,'1'],[0,'2'],[0.001,'3'],[1.7e9,'4'],[1700000000.999,'5']]"),
            u"matrix : -1500=1 0=2 1=3 1700000000000=4 1700000000999=5"_s);
        row("the smallest number", times("[[1,'5e-324']]"), u"matrix : 1000=4.9406564584124654e-324"_s);
        row("times that go back are put in order", times("[[3,'3'],[1,'1']]"), u"matrix : 1000=1 3000=3"_s);
        row("other order, other keys, other spaces",
            " {\n\"data\" : { \"stats\":{\"a\":[1,{}]}, \"result\" : [ {\"value\":[ 1 , \"2\" ],\"exemplars\":[],"
            "\"metric\":{ \"a\" : \"b\" } } ], \"resultType\" : \"vector\" }, \"status\" : \"success\" }\n",
            u"vector a=b: 1000=2"_s);
        row("refused", "{'status':'error','errorType':'bad_data','error':'1:2: parse error'}",
            u"bad_data: 1:2: parse error"_s);
        row("refused with data", "{'status':'error','data':null,'errorType':'422','error':'too many'}",
            u"422: too many"_s);
        row("refused with half a result",
            "{'status':'error','data':{'resultType':'vector','result':[{'value':[1,'2']}]},'errorType':'e','error':'f'"
            "}",
            u"e: f"_s);
        row("native histograms",
            success(
                "matrix", "[{'metric':{'a':'1'},'histograms':[[1,{'count':'5','buckets':[[0,'1','2','3']]}],[2,{}]]}]"),
            u"matrix a=1: 2 histograms"_s);
        row("a native histogram", success("vector", "[{'metric':{},'histogram':[1,{'count':'5'}]}]"),
            u"vector : 1 histograms"_s);
        row("escapes", success("vector", "[{'metric':{'a\\n':'\\u00e9\\ud83d\\ude00\\'\\\\'},'value':[1,'2']}]"),
            u"vector a\n=é😀\"\\: 1000=2"_s);
    }
    void anAnswerBecomesValues()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const Result<Answer> answer = parse(body);
        QVERIFY(answer.ok());
        QCOMPARE(told(*answer), says);
    }

    void whatIsNoAnswerIsNotPrometheus_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("beginning");
        const auto row = [](const char* name, const QByteArray& body, const QString& beginning = {}) {
            QTest::newRow(name) << json(body) << beginning;
        };
        row("nothing", "", u""_s);
        row("text", "404 page not found\n", u"404 page not found"_s);
        row("a page with a title", "<!DOCTYPE html>\n<html><head><TITLE>Sign\n in</TITLE>", u"Sign in"_s);
        row("a page without one", "<html><body><b>502</b>\nBad Gateway</body>", u"502 Bad Gateway"_s);
        row("a long line", QByteArray(500, 'x'), QString(159, u'x') + u'…');
        row("zeros", QByteArray(100, '\0'), QString(100, QChar(0)));
        row("null", "null");
        row("a list", "[]");
        row("another API", "{'status':'ok'}");
        row("Loki", success("streams", "[]"));
        row("no result", "{'status':'success','data':{'resultType':'vector'}}");
        row("no data", "{'status':'success'}");
        row("data of another shape", "{'status':'success','data':['a']}");
        row("a scalar of a vector", success("vector", "[1,\"2\"]"));
        row("a vector of a scalar", success("scalar", "[{'metric':{},'value':[1,'2']}]"));
        row("half a scalar", success("scalar", "[1]"));
        row("a scalar and a half", success("scalar", "[1,'2','3']"));
        row("cut in the middle", success("matrix", "[{'metric':{},'values':[[1,'1'],[2,'2']]}]").chopped(12));
        row("cut in a string", success("matrix", "[{'metric':{},'values':[[1,'1'],[2,'2']]}]").chopped(9));
        row("the last brace lost", value("1").chopped(1));
        row("something behind it", value("1") + "x");
        row("twice", value("1") + value("1"));
        row("no UTF-8", success("vector", "[{\"metric\":{\"a\":\"\xff\"},\"value\":[1,\"2\"]}]"));
        row("half a character", success("vector", "[{'metric':{'a':'\\ud800'},'value':[1,'2']}]"));
        row("a time that is NaN", times("[[NaN,'1']]"));
        row("a time that is a word", times("[['1','1']]"));
        row("a time beyond all", times("[[1e300,'1']]"));
        row("three in a point", times("[[1,'1',2]]"));
        row("one in a point", times("[[1]]"));
        row("a value that is a number", times("[[1,1]]"));
        row("labels that are a list", success("vector", "[{'metric':['a'],'value':[1,'2']}]"));
        row("a label that is a number", success("vector", "[{'metric':{'a':1},'value':[1,'2']}]"));
        row("deep", QByteArray(100'000, '['));
    }
    void whatIsNoAnswerIsNotPrometheus()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, beginning);
        const Result<Answer> answer = parse(body);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, ErrorCode::NotPrometheus);
        if (!beginning.isNull())
            QCOMPARE(answer.error().detail, beginning);
    }

    void aValueThatIsNoNumberIsRefused_data()
    {
        QTest::addColumn<QByteArray>("number");
        for (const char* number :
            {"", "+", "-", "x", "1x", "1 ", " 1", "0x10", "1e", "++1", "1e999", "Infx", "\\u0031"})
            QTest::newRow(number) << QByteArray(number);
    }
    void aValueThatIsNoNumberIsRefused()
    {
        QFETCH(QByteArray, number);
        QVERIFY(!parse(times("[[1,\"" + number + "\"]]")).ok());
    }

    void aPointReadsTheSameHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("point");
        for (const char* point : {"1700000000,'1'", "1700000000.5,'1'", "1700000000.50,'1'", "1700000000.123,'NaN'",
                 "9999999999.999,'+Inf'", "1700000000.1234,'1'", "17000000000,'1'", "1700000000e0,'1'", "999,'1'",
                 "1700000000.,'1'", "0700000000,'1'", "1700000000,1", "1700000000,'1',2", "1700000000", "1700000000,''",
                 "1700000000,'", "170000000x,'1'", "-700000000,'1'"})
            QTest::newRow(point) << json(point);
    }
    void aPointReadsTheSameHoweverItIsWritten()
    {
        QFETCH(QByteArray, point);
        const Result<Answer> plain = parse(times("[[" + point + "]]"));
        const Result<Answer> spaced = parse(times("[[ " + point + "]]"));
        QCOMPARE(plain.ok(), spaced.ok());
        if (plain)
            QCOMPARE(told(*plain), told(*spaced));
    }

    void warningsAndInfosStandBesideData()
    {
        const Result<Answer> answer = parse(
            json("{'status':'success','data':{'resultType':'vector','result':[]},'warnings':['a','b'],'infos':['c']}"));
        QVERIFY(answer.ok() && answer->success);
        QCOMPARE(answer->warnings, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(answer->infos, QStringList{u"c"_s});
    }

    void onlyHistogramsAreNamedAsThat()
    {
        const QByteArray histogram = "{'metric':{},'histograms':[[1,{}]]}";
        QVERIFY(parse(success("matrix", '[' + histogram + ']'))->isOnlyHistograms());
        QVERIFY(!parse(success("matrix", "[]"))->isOnlyHistograms());
        QVERIFY(!parse(success("matrix", '[' + histogram + ",{'metric':{},'values':[[1,'1']]}]"))->isOnlyHistograms());
    }

    void aLongLabelIsCut()
    {
        const QByteArray label(1024 * 1024, 'x');
        const Result<Answer> answer = parse(success("vector", "[{'metric':{'a':'" + label + "'},'value':[1,'2']}]"));
        const QString kept = answer->series.front().labels.front().value;
        QCOMPARE(kept.size(), longestText);
        QVERIFY(kept.endsWith(u"x…"_s));
        // Never in the middle of a character.
        const QByteArray faces = QByteArray("😀").repeated(10'000);
        const Result<Answer> other = parse(success("vector", "[{'metric':{'a':'" + faces + "'},'value':[1,'2']}]"));
        QVERIFY(other->series.front().labels.front().value.isValidUtf16());
    }

    void aSeriesHasNotMoreLabelsThanAreKept()
    {
        QByteArrayList labels;
        for (int i = 0; i < mostLabels + 10; ++i)
            labels += "\"l" + QByteArray::number(i) + "\":\"v\"";
        const Result<Answer> answer =
            parse(success("vector", "[{\"metric\":{" + labels.join(',') + "},\"value\":[1,\"2\"]}]"));
        QCOMPARE(qsizetype(answer->series.front().labels.size()), mostLabels);
    }

    void manySeriesAreCounted()
    {
        const QByteArray one = "{'metric':{'a':'1'},'value':[1,'2']}";
        const Result<Answer> answer = parse(success("vector", '[' + (one + ',').repeated(99'999) + one + ']'));
        QCOMPARE(qsizetype(answer->series.size()), mostSeries);
        QCOMPARE(answer->leftOut, 100'000 - mostSeries);
    }

    void aBodyThatIsTooLongIsNotLookedAt() { QVERIFY(!parse(QByteArray(longestBody + 1, ' ')).ok()); }

    void everyBeginningOfAnAnswerIsNone()
    {
        const QByteArray whole = success("matrix", "[{'metric':{'a':'é'},'values':[[1,'1'],[2,'NaN']]}]");
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!parse(whole.first(size)).ok(), qPrintable(QString::number(size)));
        QVERIFY(parse(whole).ok());
    }

    void theBodyIsNotChanged()
    {
        const QByteArray body = value("1");
        const QByteArray before(body.constData(), body.size());
        QVERIFY(parse(body).ok());
        QCOMPARE(body, before);
    }
};

QTEST_GUILESS_MAIN(AnswerTest)
#include "tst_answer.moc"
