// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hidden.h"
#include "report/hostile.h"
#include "report/markdown.h"
#include "report/parsed.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::report;
using namespace warroom::tests;

namespace {

/// As the log keeps it: then nothing of it is changed in a fence.
QString withoutControls(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return text.replace(QChar(0xd800), u'?');
}

/// A section as somebody might type it, and the blocks it has.
class KnownSection
{
public:
    explicit KnownSection(Hostile& hostile) : m_hostile(hostile) { }

    void addBlock()
    {
        switch (m_hostile.number(4)) {
        case 0:
            addParagraph(line() + u'\n' + line());
            break;
        case 1:
            for (int left = 1 + m_hostile.number(3); left > 0; --left)
                addPoint(m_hostile.number(2) ? u"- "_s : u"* "_s, bullet);
            break;
        case 2: {
            // Apart from every other list, so that it never goes on with the numbers of one.
            addParagraph(u"x"_s);
            text += u'\n';
            const int first = m_hostile.number(50);
            for (int number = first; number < first + 3; ++number)
                addPoint(u"%1. "_s.arg(number), number);
            break;
        }
        case 3:
            addCode(withoutControls(line() + u"\n\n  "_s + line()));
            break;
        }
        text += u"\n\n"_s;
    }

    QString text;
    std::vector<Block> expected;

private:
    /// A letter first: what follows it is neither list nor fence. One last: spaces at the end of a line are left out.
    QString line() { return u'x' + m_hostile.line().replace(QChar(0xd800), u'?') + u'x'; }

    void addParagraph(const QString& paragraph)
    {
        text += paragraph + u'\n';
        expected.push_back({Block::Kind::Paragraph, visible(paragraph), 0, {}});
    }

    void addPoint(const QString& mark, int number)
    {
        const QString point = line();
        text += mark + point + u'\n';
        expected.push_back({Block::Kind::Point, visible(point), number, {}});
    }

    void addCode(const QString& code)
    {
        const QString marks(40, u'~');
        text += marks + u" erlang\n"_s + code + u'\n' + marks;
        expected.push_back({Block::Kind::Code, withSpaces(code) + u'\n', 0, u"erlang"_s});
    }

    Hostile& m_hostile;
};

} // namespace

class TestMarkdown : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void escapedTextIsReadable();
    void idsAndNamesStaySearchable();
    void fencesAreLongerThanWhatTheyHold();
    void sectionsKeepTheirShape_data();
    void sectionsKeepTheirShape();
    void anyTextReadsAsItself();
    void anyCodeReadsAsItself();
    void anySectionIsHarmless();
    void anySectionOfKnownBlocksKeepsThem();
};

void TestMarkdown::escapedTextIsReadable()
{
    QCOMPARE(escaped(u"gen_tcp:recv/3 <b> & |"_s), u"gen_tcp\\:recv/3 \\<b\\> \\& \\|"_s);
    QCOMPARE(escaped(u" a b\t"_s), u"&#32;a b&#9;"_s);
    QCOMPARE(escaped(u"a\nb"_s), u"a b"_s);
    QCOMPARE(cell(u"a|b\nc"_s), u"a\\|b<br>c"_s);
}

void TestMarkdown::idsAndNamesStaySearchable()
{
    QCOMPARE(escaped(u"INC-2026-01-31-001"_s), u"INC-2026-01-31-001"_s);
    QCOMPARE(escaped(u"On-Call Engineer"_s), u"On-Call Engineer"_s);
    QCOMPARE(escaped(u"1. b"_s), u"1\\. b"_s);
    QCOMPARE(escaped(u"Europe/Berlin"_s), u"Europe/Berlin"_s);
    QCOMPARE(escaped(u"America/New_York"_s), u"America/New_York"_s);
    QCOMPARE(escaped(u"a--b"_s), u"a\\-\\-b"_s);
    QCOMPARE(escaped(u"-a"_s), u"\\-a"_s);
    QCOMPARE(escaped(u"a-b\n"_s), u"a-b&#32;"_s);
}

void TestMarkdown::fencesAreLongerThanWhatTheyHold()
{
    QCOMPARE(fence({u"x"_s}, u"erlang"_s), u"```erlang\nx\n```"_s);
    QCOMPARE(fence({u"```"_s, u"````x"_s}), u"`````\n```\n````x\n`````"_s);
    QCOMPARE(fence({u"~~~"_s}), u"```\n~~~\n```"_s);
    QCOMPARE(fence({}), u"```\n```"_s);
    QCOMPARE(fence({u"x"_s}, u"a b"_s), u"```\nx\n```"_s);
    QCOMPARE(fence({u"x"_s}, u"a<b"_s), u"```\nx\n```"_s);
    QCOMPARE(fence({u"\u202e\u001b"_s}), u"```\n\u202e␛\n```"_s);
}

void TestMarkdown::sectionsKeepTheirShape_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markdown");
    QTest::newRow("nothing") << u" \n\n"_s << u""_s;
    QTest::newRow("paragraphs") << u"One\ntwo.\n\n\n  Three"_s << u"One\ntwo.\n\nThree"_s;
    QTest::newRow("points") << u"- one\n* two\n  more\n\n- three"_s << u"- one\n- two\n  more\n- three"_s;
    QTest::newRow("points after a line") << u"Why:\n- one"_s << u"Why:\n\n- one"_s;
    QTest::newRow("numbers") << u"1. one\n2. two\n   more\n3. three"_s << u"1. one\n2. two\n   more\n3. three"_s;
    QTest::newRow("lazy numbers") << u"1. one\n1. two\n1. three"_s << u"1. one\n2. two\n3. three"_s;
    QTest::newRow("numbers that jump") << u"3. three\n7. seven\n9. nine"_s << u"3. three\n\n7) seven\n\n9. nine"_s;
    QTest::newRow("a wrapped number") << u"since version\n14. was bad"_s << u"since version\n14\\. was bad"_s;
    QTest::newRow("two kinds of list") << u"- a\n1. b\n- c"_s << u"- a\n\n1. b\n\n- c"_s;
    QTest::newRow("code") << u"Diff:\n```erlang\n a\n\n- b\n```\nafter"_s
                          << u"Diff:\n\n```erlang\n a\n\n- b\n```\n\nafter"_s;
    QTest::newRow("code with tildes") << u"~~~\n```\n~~~"_s << u"````\n```\n````"_s;
    QTest::newRow("indented code fence") << u"  ```\n    a\n b\n  ```"_s << u"```\n  a\nb\n```"_s;
    QTest::newRow("nested fences") << u"````\n```\na\n```\n````"_s << u"````\n```\na\n```\n````"_s;
    QTest::newRow("code without an end") << u"```\na"_s << u"```\na\n```"_s;
    QTest::newRow("empty code") << u"```\n```"_s << u"```\n```"_s;
    QTest::newRow("code in a list") << u"- a\n  ```\n  b\n  ```"_s << u"- a\n\n```\nb\n```"_s;
    QTest::newRow("markup") << u"**bold** [x](y)"_s << u"\\*\\*bold\\*\\* \\[x\\](y)"_s;
    QTest::newRow("a rule") << u"---"_s << u"\\-\\-\\-"_s;
    QTest::newRow("a heading") << u"# x\n==="_s << u"\\# x\n\\=\\=\\="_s;
}

void TestMarkdown::sectionsKeepTheirShape()
{
    QFETCH(QString, text);
    QTEST(blocks(text), "markdown");
}

void TestMarkdown::anyTextReadsAsItself()
{
    Hostile hostile(1);
    for (int i = 0; i < 20'000; ++i) {
        const QString text = hostile.text(4);
        const QString line = hostile.line();
        const QString document = tableRow({u"Time"_s, u"Event"_s}) + u"\n|---|---|\n"_s
            + tableRow({escaped(line), cell(text)}) + u"\n\n- **A:** x"_s + cell(text) + u"\n\n# "_s
            + escaped(u"x"_s + line) + u"\n\nx"_s + escaped(line);
        const Parsed parsed = parse(document);
        const auto context = [&] { return qPrintable(document); };
        QVERIFY2(parsed.active.isEmpty(), qPrintable(parsed.active.join(u' ') + u'\n' + document));
        QVERIFY2(parsed.strong == QStringList{u"A:"_s} && parsed.emphasised.isEmpty(), context());
        QVERIFY2(parsed.rows.size() == 2 && parsed.rows[1].size() == 2, context());
        QCOMPARE(parsed.rows[1][0], visible(line));
        QCOMPARE(parsed.rows[1][1], visible(text));
        QCOMPARE(parsed.texts(Block::Kind::Point), QStringList{u"A: x"_s + visible(text)});
        QCOMPARE(parsed.texts(Block::Kind::Heading), QStringList{u"x"_s + visible(line)});
        QCOMPARE(parsed.texts(Block::Kind::Paragraph), QStringList{u"x"_s + visible(line)});
    }
}

void TestMarkdown::anyCodeReadsAsItself()
{
    Hostile hostile(2);
    for (int i = 0; i < 20'000; ++i) {
        const QString text = withoutControls(hostile.text(5));
        const QString document = fence(text.split(u'\n')) + u"\n\nafter"_s;
        QVERIFY(document.contains(u'\n' + text + u"\n`"_s));
        const Parsed parsed = parse(document);
        QVERIFY2(parsed.active.isEmpty(), qPrintable(document));
        QCOMPARE(parsed.texts(Block::Kind::Code), QStringList{withSpaces(text) + u'\n'});
        QCOMPARE(parsed.texts(Block::Kind::Paragraph), QStringList{u"after"_s});
    }
}

void TestMarkdown::anySectionIsHarmless()
{
    Hostile hostile(3);
    // Everything but spaces and the marks of lists and fences comes out again, in order.
    const auto letters = [](QString text) {
        static const QRegularExpression marks(u"[ \t\n0-9.`~*-]"_s);
        return visible(text).remove(marks);
    };
    for (int i = 0; i < 20'000; ++i) {
        const QString text = hostile.text(8);
        const Parsed parsed = parse(blocks(text));
        QVERIFY2(parsed.active.isEmpty(), qPrintable(parsed.active.join(u' ') + u'\n' + blocks(text)));
        QVERIFY2(parsed.strong.isEmpty() && parsed.emphasised.isEmpty(), qPrintable(blocks(text)));
        if (!text.contains(u"```"_s) && !text.contains(u"~~~"_s)) {
            QString read;
            for (const Block& block : parsed.blocks)
                read += block.text;
            QCOMPARE(letters(read), letters(text));
        }
    }
}

void TestMarkdown::anySectionOfKnownBlocksKeepsThem()
{
    Hostile hostile(4);
    for (int i = 0; i < 5'000; ++i) {
        KnownSection section(hostile);
        for (int left = 1 + hostile.number(4); left > 0; --left)
            section.addBlock();
        const QString markdown = blocks(section.text);
        const Parsed parsed = parse(markdown);
        QVERIFY2(parsed.active.isEmpty(), qPrintable(parsed.active.join(u' ') + u'\n' + markdown));
        QVERIFY2(parsed.blocks.size() == section.expected.size(), qPrintable(section.text + u"=====\n"_s + markdown));
        for (std::size_t b = 0; b < section.expected.size(); ++b)
            QCOMPARE(parsed.blocks[b], section.expected[b]);
    }
}

QTEST_APPLESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
