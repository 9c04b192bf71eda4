// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/quiettest.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QSet>

using namespace warroom::support;

/// What the desk looks like from outside: pictures that it takes of itself, where there is no display.
class PicturesTest : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachPlaceHasItsPicture();
    void withoutAnIncidentThereAreTwo();
    void anUpdateWantsToKnowOfWhich();
    void theLayoutOfTheLastWindowIsTaken();
    void aLayoutThatMakesNoSenseIsNone_data();
    void aLayoutThatMakesNoSenseIsNone();

private:
    static Program program();
    static QImage picture(const Program& program, const QStringList& options);
    static void putSettings(const Program& program, const QByteArray& text);
    static bool isSide(const QImage& picture, int x)
    {
        return picture.pixelColor(x, 800) == picture.pixelColor(4, 800);
    }
};

Program PicturesTest::program()
{
    Program program;
    program.environment = {{QStringLiteral("DISPLAY"), {}}, {QStringLiteral("WAYLAND_DISPLAY"), {}},
        {QStringLiteral("QT_QPA_PLATFORM"), {}}, {QStringLiteral("XDG_RUNTIME_DIR"), {}}};
    return program;
}

/// Null where it was not taken without a word.
QImage PicturesTest::picture(const Program& program, const QStringList& options)
{
    const QStringList verb{QStringLiteral("desk"), QStringLiteral("--screenshot"), QStringLiteral("desk.png"),
        QStringLiteral("--theme"), QStringLiteral("dark")};
    const Ran ran = program.run(verb + options);
    const QString file = program.home() + QStringLiteral("/desk.png");
    const QImage image(file);
    QFile::remove(file);
    return ran.exit == 0 && (ran.out + ran.err).isEmpty() ? image : QImage();
}

void PicturesTest::putSettings(const Program& program, const QByteArray& text)
{
    const Ran ran = program.run({QStringLiteral("list")}); // makes the folders
    QCOMPARE(ran.exit, 0);
    const QString folder = program.home() + QStringLiteral("/config/warroom");
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + QStringLiteral("/warroom.conf"));
    QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate) && file.write(text) == text.size());
}

void PicturesTest::eachPlaceHasItsPicture()
{
    const Program program = PicturesTest::program();
    program.declare();
    const QStringList small{QStringLiteral("--size"), QStringLiteral("1280x720")};
    std::vector<QImage> seen{picture(program, small)};
    for (const char* place : {"start", "declare", "update"})
        seen.push_back(picture(program, small + QStringList{QStringLiteral("--show"), QLatin1String(place)}));
    for (std::size_t i = 0; i < seen.size(); ++i) {
        QCOMPARE(seen[i].size(), QSize(1280, 720));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(seen[i] != seen[j], qPrintable(QStringLiteral("%1 is %2").arg(i).arg(j)));
    }
}

void PicturesTest::withoutAnIncidentThereAreTwo()
{
    const Program program = PicturesTest::program();
    const QImage start = picture(program, {QStringLiteral("--show"), QStringLiteral("start")});
    const QImage declare = picture(program, {QStringLiteral("--show"), QStringLiteral("declare")});
    QCOMPARE(start.size(), QSize(1600, 1000));
    QCOMPARE(declare.size(), QSize(1600, 1000));
    QVERIFY(start != declare);
}

void PicturesTest::anUpdateWantsToKnowOfWhich()
{
    const Program program = PicturesTest::program();
    const QStringList update{QStringLiteral("desk"), QStringLiteral("--screenshot"), QStringLiteral("desk.png"),
        QStringLiteral("--show"), QStringLiteral("update")};
    const auto isRefused = [&](const QString& why) {
        const Ran ran = program.run(update);
        return ran.exit == 1 && ran.err.count(QLatin1Char('\n')) == 1 && ran.err.contains(why)
            && !QFile::exists(program.home() + QStringLiteral("/desk.png"));
    };
    QVERIFY(isRefused(QStringLiteral("open")));
    const QString label = program.declare();
    program.declare();
    QVERIFY(isRefused(label));
    QCOMPARE(program.run(update + QStringList{label}).exit, 0);
}

void PicturesTest::theLayoutOfTheLastWindowIsTaken()
{
    const Program program = PicturesTest::program();
    program.declare();
    QVERIFY(isSide(picture(program, {}), 200));
    QVERIFY(!isSide(picture(program, {}), 300));
    putSettings(program, "[layout]\n800x800\\sideWidth=320\n");
    QVERIFY(isSide(picture(program, {}), 300));
    putSettings(program, "[layout]\n800x800\\sideShown=false\n");
    QVERIFY(!isSide(picture(program, {}), 200));
    putSettings(program, "[layout]\n1600x1000\\sideShown=false\n"); // of another screen
    QVERIFY(isSide(picture(program, {}), 200));
}

void PicturesTest::aLayoutThatMakesNoSenseIsNone_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char* value : {"0", "-300", "99999999", "wide", "", "@Invalid()", "300px", "1e3"})
        QTest::newRow(value) << QByteArray(value);
}

void PicturesTest::aLayoutThatMakesNoSenseIsNone()
{
    QFETCH(QByteArray, value);
    const Program program = PicturesTest::program();
    program.declare();
    putSettings(program, "[layout]\n800x800\\sideWidth=" + value + "\n800x800\\sideShown=perhaps\n");
    const QImage shown = picture(program, {});
    QVERIFY(isSide(shown, 200));
    QVERIFY(!isSide(shown, 300));
}

QTEST_GUILESS_MAIN(PicturesTest)
#include "tst_pictures.moc"
