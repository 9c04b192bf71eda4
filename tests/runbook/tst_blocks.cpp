// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

/// The tree of blocks with its lines.
class BlocksTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyBlockKnowsItsLine()
    {
        const Document document =
            documentOf("Title\n=====\n\ntext\nmore\n\n\n\n- a\n- b\n\n  deep\n\n```\n\ncode\n```\n\n"
                       "| h |\n|---|\n| c |\n\n> quote\n\n    indented\n");
        QStringList found;
        for (const Block& block : document.blocks)
            found += u"%1@%2"_s.arg(int(block.kind)).arg(block.line);
        using Kind = Block::Kind;
        QStringList expected;
        for (const auto& [kind, line] :
            std::initializer_list<std::pair<Kind, int>>{{Kind::Heading, 1}, {Kind::Paragraph, 4}, {Kind::List, 9},
                {Kind::Code, 14}, {Kind::Table, 19}, {Kind::Quote, 23}, {Kind::Code, 25}})
            expected += u"%1@%2"_s.arg(int(kind)).arg(line);
        QCOMPARE(found, expected);
        QCOMPARE(document.blocks[2].children[1].line, 10);
        QCOMPARE(document.blocks[2].children[1].children[1].line, 12);
        QCOMPARE(document.blocks[4].children[1].children[0].line, 21);
    }

    void linesAreCountedBehindManyBlankOnes()
    {
        QCOMPARE(documentOf("# T\n" + QByteArray(1000, '\n') + "1. here\n").runbooks.front().steps.front().line, 1002);
    }

    void textKeepsItsLooks()
    {
        const Document document = documentOf("a **b *c*** ~~d~~ `e` [f](g) ![h](i) &lt;&#x41;&nope;\n");
        const std::vector<Span> expected{{u"a "_s, Span::Plain}, {u"b "_s, Span::Strong},
            {u"c"_s, Span::Strong | Span::Emphasis}, {u" "_s, Span::Plain}, {u"d"_s, Span::Struck},
            {u" "_s, Span::Plain}, {u"e"_s, Span::Code}, {u" "_s, Span::Plain}, {u"f"_s, Span::Plain, u"g"_s},
            {u" "_s, Span::Plain}, {u"h"_s, Span::Image, u"i"_s}, {u" <A&nope;"_s, Span::Plain}};
        QCOMPARE(document.blocks.front().spans.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(document.blocks.front().spans[i] == expected[i], qPrintable(expected[i].text));
    }

    void aTableHasItsRowsAndEmptyCells()
    {
        const Document document = documentOf("| a | b |\n|---|---|\n| 1 | |\n| 3 | 4 |\n");
        const Block& table = document.blocks.front();
        QCOMPARE(table.children.size(), std::size_t(3));
        QCOMPARE(table.children[1].children[1].text(), QString());
        QCOMPARE(table.children[2].children[1].text(), u"4"_s);
    }

    void whatIsThereIsCounted()
    {
        const Document document = documentOf("# a\n## b\n\n- [ ] one\n- [x] two\n- three\n\n1. [ ] four\n\n"
                                             "| t |\n|---|\n| c |\n\n```\n- [ ] in a template\n```\n\n```bash\n# - [ ] "
                                             "in a command\n```\n");
        QCOMPARE(document.counts.headings, 2);
        QCOMPARE(document.counts.tasks, 4);
        QCOMPARE(document.counts.tables, 1);
        QCOMPARE(document.counts.codeBlocks, 2);
    }

    void theTitleIsThatOfTheFrontMatterThenTheFirstHeadingThenTheFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("title");
        QTest::newRow("front matter") << "---\ntitle: \"Disk full\"\n---\n# Other\n"_ba << u"Disk full"_s;
        QTest::newRow("heading") << "## Sub\n\n# The *real* one\n"_ba << u"The real one"_s;
        QTest::newRow("file") << "## Sub\n"_ba << u"disk-is-full"_s;
        QTest::newRow("two rules are no front matter") << "---\nA text\n---\n# One\n"_ba << u"One"_s;
    }
    void theTitleIsThatOfTheFrontMatterThenTheFirstHeadingThenTheFile()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, title);
        QCOMPARE(documentOf(text, u"a/disk-is-full.html.md.erb"_s).title, title);
    }

    void theDayOfTheReviewIsFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("front matter") << "---\nlast_reviewed: 2026-02-02\n---\n"_ba;
        QTest::newRow("TOML") << "+++\nlastmod = \"2026-02-02\"\n+++\n"_ba;
        QTest::newRow("in the text") << "# T\n\n**Last Updated**: 2026-02-02\n"_ba;
    }
    void theDayOfTheReviewIsFound()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(documentOf(text).frontMatter.reviewed, QDate(2026, 2, 2));
    }

    void windowsLinesAndAMissingLastOneAreNothingSpecial()
    {
        const Document document = documentOf("# T\r\n\r\n1. a\r\n2. b");
        QCOMPARE(lines(document.runbooks.front().steps), (QStringList{u"1. a"_s, u"2. b"_s}));
        QCOMPARE(document.runbooks.front().steps.back().line, 4);
    }
};

QTEST_GUILESS_MAIN(BlocksTest)
#include "tst_blocks.moc"
