// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/sampleplaybook.h"
#include "support/quiettest.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace warroom::playbook;

/// Files that are no playbooks, or no longer: refused in good time, without a crash.
class HostilePlaybooksTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsLimits_data();
    void keepsItsLimits();
    void refusesEndlessNesting_data();
    void refusesEndlessNesting();
    void refusesAliasesThatGrow();
    void neverTakesAPartForTheWhole();
    void survivesChangedBytes();
};

void HostilePlaybooksTest::keepsItsLimits_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("error");
    const auto aliases = [](int count) {
        return sample().replace("name: Lead", "name: Lead\n    aliases: [" + QByteArray("a,").repeated(count) + "]");
    };
    const auto text = [](int length) { return sample() + "  template: " + QByteArray(length, 'x'); };
    const auto keys = [](int count) {
        QByteArray yaml = sample();
        for (int i = 0; i < count; ++i)
            yaml += "key" + QByteArray::number(i) + ": 1\n";
        return yaml;
    };

    QTest::newRow("empty file") << QByteArray() << u"1:1: the file is empty"_s;
    QTest::newRow("only a comment") << "# nothing\n"_ba << u"1:1: the file is empty"_s;
    QTest::newRow("nothing") << "---\n"_ba << u"1:1: the file is empty"_s;
    QTest::newRow("a text") << "hello"_ba << u"1:1: a playbook wants keys and values, not a text"_s;
    QTest::newRow("a list") << "- hello"_ba << u"1:1: a playbook wants keys and values, not a list"_s;
    QTest::newRow("all bytes") << sample() + QByteArray(maxBytes - sample().size(), '\n') << u"none"_s;
    QTest::newRow("a byte more") << QByteArray(maxBytes + 1, '\n') << u"1:1: larger than 1048576 bytes"_s;
    QTest::newRow("all items") << aliases(maxItems) << u"none"_s;
    QTest::newRow("an item more") << aliases(maxItems + 1) << u"14:4015: a list of more than 2000 items"_s;
    QTest::newRow("all keys") << keys(maxItems - 7) << u"21:1: unknown key \"key0\""_s;
    QTest::newRow("a key more") << keys(maxItems - 5) << u"2014:1: more than 2000 keys"_s;
    QTest::newRow("all characters") << text(maxText) << u"none"_s;
    QTest::newRow("a character more") << text(maxText + 1) << u"21:13: a text of more than 20000 characters"_s;
    QTest::newRow("all levels") << "a: " + QByteArray(maxDepth - 1, '[') + QByteArray(maxDepth - 1, ']')
                                << u"1:1: unknown key \"a\""_s;
    QTest::newRow("a level more") << "a: " + QByteArray(maxDepth, '[') + QByteArray(maxDepth, ']')
                                  << u"1:15: nested deeper than 12 levels"_s;
}

void HostilePlaybooksTest::keepsItsLimits()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, error);
    const QString found = errorOf(yaml);
    QCOMPARE(found, error == u"none"_s ? error : u"demo.yaml:"_s + error);
}

void HostilePlaybooksTest::refusesEndlessNesting_data()
{
    QTest::addColumn<QByteArray>("part");
    for (const char* part :
        {"[", "{", "- ", "? ", "{a: ", "[[],", "[\n", "a:\n ", "*a ", "&a ", "!", "\"", "'", "|", "%"})
        QTest::newRow(QByteArray(part).replace("\n", "\\n").constData()) << QByteArray(part);
}

void HostilePlaybooksTest::refusesEndlessNesting()
{
    QFETCH(QByteArray, part);
    QVERIFY(!load(part.repeated(maxBytes / part.size()), {}).ok());
}

void HostilePlaybooksTest::refusesAliasesThatGrow()
{
    QByteArray yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray previous = "*a" + QByteArray::number(i - 1) + ",";
        const QByteArray name = "a" + QByteArray::number(i);
        yaml += name + ": &" + name + " [" + previous.repeated(10) + "]\n";
    }
    QCOMPARE(errorOf(yaml), u"demo.yaml:1:5: anchors and aliases (& and *) are not used in playbooks"_s);
}

void HostilePlaybooksTest::neverTakesAPartForTheWhole()
{
    // Until somebody leads, every part lacks something; from there on a playbook may end.
    const QByteArray whole = shipped();
    const qsizetype complete = whole.indexOf("commander: true") + qsizetype(qstrlen("commander: true"));
    QVERIFY(complete > 1000);
    for (qsizetype length = 0; length < complete; length += 3)
        QVERIFY2(!load(whole.first(length), {}).ok(), qPrintable(QString::number(length)));
    for (qsizetype length = complete; length < whole.size(); length += 11)
        (void)load(whole.first(length), {});
}

void HostilePlaybooksTest::survivesChangedBytes()
{
    const QByteArray whole = shipped();
    const QByteArray marks = "[]{}:-?*&!|>'\"%@`#,\n\t ";
    QRandomGenerator random(20260131);
    for (int round = 0; round < 1000; ++round) {
        QByteArray changed = whole;
        for (quint32 changes = random.bounded(1, 8); changes > 0; --changes) {
            const qsizetype at = random.bounded(changed.size());
            switch (random.bounded(4)) {
            case 0:
                changed[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                changed[at] = marks[random.bounded(marks.size())];
                break;
            case 2:
                changed.remove(at, random.bounded(1, 40));
                break;
            default:
                changed.insert(at, whole.mid(random.bounded(whole.size()), random.bounded(1, 40)));
            }
        }
        const auto playbook = load(changed, u"x"_s);
        if (!playbook)
            QVERIFY2(playbook.error().detail.startsWith(u"x:"_s), qPrintable(playbook.error().detail));
    }
}

QTEST_GUILESS_MAIN(HostilePlaybooksTest)
#include "tst_hostileplaybooks.moc"
