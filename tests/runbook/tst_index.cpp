// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/index.h"
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

/// Runbooks found by words.
class IndexTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto put = [&](const QString& path, const QByteArray& text) {
            m_index.put(indexed(path, documentOf(text, path)));
        };
        put(u"disk.md"_s, "# Disk is full\n\n## Clean the Größe\n\n1. Run `du`\n");
        put(u"gateway.md"_s, "# Gateway\n\n## Pool saturation\n\n- Look at the disk\n\n```bash\nss -tlnp\n```\n");
        put(u"pool.md"_s, "# Connection pool\n\nCall somebody.\n");
    }

    void wordsAreFoundByTheirBeginnings_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("title, heading") << u"pool"_s << QStringList{u"gateway.md"_s, u"pool.md"_s};
        QTest::newRow("title, text") << u"DISK"_s << QStringList{u"disk.md"_s, u"gateway.md"_s};
        QTest::newRow("three letters") << u"sat"_s << QStringList{u"gateway.md"_s};
        QTest::newRow("two letters are a whole word") << u"ss"_s << QStringList{u"gateway.md"_s};
        QTest::newRow("two letters begin nothing") << u"sa"_s << QStringList();
        QTest::newRow("inside a word") << u"ool"_s << QStringList();
        QTest::newRow("every word") << u"disk pool"_s << QStringList{u"gateway.md"_s};
        QTest::newRow("code") << u"tlnp"_s << QStringList{u"gateway.md"_s};
        QTest::newRow("other letters") << u"GRÖSSE"_s << QStringList();
        QTest::newRow("umlauts") << u"größ"_s << QStringList{u"disk.md"_s};
        QTest::newRow("nothing") << u" -- "_s << QStringList();
    }
    void wordsAreFoundByTheirBeginnings()
    {
        QFETCH(QString, wanted);
        QStringList hits;
        for (const auto& [path, file] : m_index.all()) {
            if (holds(file.text ? file.text->words : file.runbooks.at(0).words, wanted))
                hits += path;
        }
        QTEST(hits, "found");
    }

    void eachRunbookOfAFileIsFoundByItsOwnWords()
    {
        const Indexed file = indexed(u"all.md"_s,
            documentOf("# All runbooks\n\nCall the operator.\n\n## Runbook: Pool is full\n\n### Look around\n\n"
                       "1. Ask pgbouncer\n\n## Runbook: Disk full\n\n1. Run `du`\n"));
        QCOMPARE(file.runbooks.size(), std::size_t(2));
        QVERIFY(holds(file.runbooks[0].words, u"full pgbouncer"_s));
        QVERIFY(!holds(file.runbooks[1].words, u"pgbouncer"_s));
        QVERIFY(file.runbooks[0].headings.contains(u"Look around"_s));
        QVERIFY(!file.runbooks[1].headings.contains(u"Look around"_s));
        QVERIFY(file.text);
        QVERIFY(holds(file.text->words, u"operator du pgbouncer"_s));
    }

    void aFileOfOneRunbookIsNotReadBesides()
    {
        QVERIFY(!indexed(u"disk.md"_s, documentOf("# Disk is full\n\n1. Run `du`\n")).text);
        QVERIFY(indexed(u"contacts.md"_s, documentOf("# Contacts\n\nAda: 1234\n")).text);
    }

    void aLinkMeansTheRunbookItLeadsInto_data()
    {
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<int>("number");
        QTest::newRow("its heading") << u"runbook-disk-full"_s << 1;
        QTest::newRow("a heading inside") << u"clean-up"_s << 1;
        QTest::newRow("the first one") << u"runbook-pool-is-full"_s << 0;
        QTest::newRow("above all of them") << u"all-runbooks"_s << 0;
        QTest::newRow("nothing") << QString() << 0;
    }
    void aLinkMeansTheRunbookItLeadsInto()
    {
        QFETCH(QString, anchor);
        const Indexed file = indexed(u"all.md"_s,
            documentOf("# All runbooks\n\n## Runbook: Pool is full\n\n1. Look\n\n## Runbook: Disk full\n\n"
                       "### Clean up\n\n1. Run `du`\n"));
        QCOMPARE(file.runbooks.size(), std::size_t(2));
        QTEST(file.runbookAt(anchor).value_or(-1), "number");
        QVERIFY(!indexed(u"none.md"_s, documentOf("# Nothing\n\nto do\n")).runbookAt(anchor));
    }

    void whatIsGoneIsNotFound()
    {
        Index index = m_index;
        index.remove(u"disk.md"_s);
        index.remove(u"never.md"_s);
        QCOMPARE(index.all().size(), std::size_t(2));
        QVERIFY(!index.all().contains(u"disk.md"_s));
    }

private:
    Index m_index;
};

QTEST_GUILESS_MAIN(IndexTest)
#include "tst_index.moc"
