// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/measured.h"
#include "charts/svg.h"
#include "support/quiettest.h"

#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::charts;
using namespace warroom::tests;

namespace {

/// From an hour before that to half an hour behind.
Panel panelOf(const std::vector<metrics::Series>& series, const QString& title = u"Errors"_s)
{
    Panel panel;
    panel.title = title;
    panel.unit = u"reqps"_s;
    panel.series = std::make_shared<const std::vector<metrics::Series>>(series);
    panel.range =
        metrics::rangeOf(fromMs(declaredAt - 3'600'000), fromMs(declaredAt + 1'800'000), Milliseconds(15'000));
    panel.zone = QTimeZone::utc();
    return panel;
}

/// Names, attributes and texts of all elements; a warning where it is no XML.
struct Parsed {
    QStringList names;
    QStringList texts;
    QStringList attributes;
};
Parsed parsed(const QByteArray& bytes)
{
    Parsed all;
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            all.names << reader.name().toString();
            const QXmlStreamAttributes attributes = reader.attributes();
            for (const QXmlStreamAttribute& each : attributes)
                all.attributes << each.name().toString() + u'=' + each.value().toString();
        } else if (reader.isCharacters()) {
            all.texts << reader.text().toString();
        }
    }
    if (reader.hasError())
        qWarning() << reader.errorString();
    return all;
}

} // namespace

/// Panels as pictures for documents.
class TestSvg : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureHasLinesThresholdsAndMarks()
    {
        Panel panel = panelOf({measured(u"a"_s, 3), measured(u"b"_s, 2)});
        panel.thresholds = {{3.5, metrics::Verdict::Bad}};
        panel.marks = {
            {{}, fromMs(declaredAt), u"declared"_s}, {{}, fromMs(declaredAt + 86'400'000), u"after all of it"_s}};
        const Parsed picture = parsed(svg(panel, style::Theme::light()));
        QCOMPARE(picture.names.count(u"path"_s), 2);
        QCOMPARE(picture.attributes.count(u"stroke-dasharray=6 4"_s), 1);
        QVERIFY(picture.texts.contains(u"14:00"_s));
        QVERIFY(picture.texts.contains(u"1"_s) && picture.texts.contains(u"declared"_s));
        QVERIFY(!picture.texts.contains(u"after all of it"_s));
        // The hole is not drawn over.
        const QStringList paths = picture.attributes.filter(QRegularExpression(u"^d="_s));
        for (const QString& path : paths)
            QCOMPARE(path.count(u'M'), 2);
    }

    void nothingInAPictureIsMarkup()
    {
        const QString hostile = u"</title><script>alert(1)</script>&\u0001\u202e"_s + QChar(0xd800);
        Panel panel = panelOf({measured(hostile, 1), measured(u"b"_s, 1)}, hostile);
        panel.unit = hostile;
        panel.marks = {{{}, fromMs(declaredAt), hostile}};
        const Parsed picture = parsed(svg(panel, style::Theme::light()));
        QVERIFY(!picture.names.contains(u"script"_s));
        QVERIFY(!picture.texts.filter(u"<script>alert(1)</script>"_s).isEmpty());
    }

    void oddValuesAreDrawnAllTheSame_data()
    {
        constexpr double inf = std::numeric_limits<double>::infinity();
        constexpr double most = std::numeric_limits<double>::max();
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("none") << QList<double>();
        QTest::newRow("one") << QList<double>{7};
        QTest::newRow("zero") << QList<double>{0, 0, 0};
        QTest::newRow("NaN") << QList<double>{std::nan(""), std::nan("")};
        QTest::newRow("infinite") << QList<double>{1, inf, -inf, 2};
        QTest::newRow("as large as can be") << QList<double>{-most, most};
    }
    void oddValuesAreDrawnAllTheSame()
    {
        QFETCH(QList<double>, values);
        metrics::Series series;
        for (qsizetype i = 0; i < values.size(); ++i) {
            series.times.push_back(declaredAt + i * 15'000);
            series.values.push_back(values[i]);
        }
        Panel panel = panelOf({series});
        panel.thresholds = {{1e9}};
        const QByteArray picture = svg(panel, style::Theme::light());
        QVERIFY(!parsed(picture).names.isEmpty());
        QVERIFY(!picture.contains("\"nan\"") && !picture.contains("\"inf\"") && !picture.contains(" nan"));
    }
};

QTEST_GUILESS_MAIN(TestSvg)
#include "tst_svg.moc"
