// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

namespace {

QStringList headings(const Document& document)
{
    QStringList found;
    for (const Block* heading : all(document, Block::Kind::Heading))
        found += heading->text();
    return found;
}

QStringList codes(const Document& document)
{
    QStringList found;
    for (const Block* code : all(document, Block::Kind::Code))
        found += code->language + u":"_s + code->code;
    return found;
}

} // namespace

/// Code as its author fenced it.
class FenceTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aFenceInsideMarkdownBelongsToIt()
    {
        const Document document = documentOf(
            "# T\n\n```markdown\n## In\n```bash\nls\n```\n## Still in\n```\n\n## Out\n\n| a |\n|---|\n| b |\n");
        QCOMPARE(headings(document), (QStringList{u"T"_s, u"Out"_s}));
        QCOMPARE(codes(document), QStringList{u"markdown:## In\n```bash\nls\n```\n## Still in\n"_s});
        QCOMPARE(document.counts.tables, 1);
        QCOMPARE(all(document, Block::Kind::Heading)[1]->line, 11);
    }

    void aFenceThatIsNeverClosedEndsBeforeTheNextHeading()
    {
        const Document document = documentOf("# T\n\n```bash\nls\n# a comment\n\n## Next\n\n1. Look\n");
        QCOMPARE(warnings(document), QStringList{u"3 unclosed-fence"_s});
        QCOMPARE(headings(document), (QStringList{u"T"_s, u"Next"_s}));
        QCOMPARE(codes(document), QStringList{u"bash:ls\n# a comment\n\n"_s});
        QCOMPARE(lines(document.runbooks.front().steps).constLast(), u"1. Look"_s);
        QCOMPARE(document.runbooks.front().steps.back().line, 9);
    }

    void aFenceThatIsNeverClosedEndsBeforeTheNextFence()
    {
        const Document document = documentOf("# T\n\n```bash\nls\n\n```sql\nSELECT 1;\n```\n\n## Next\n");
        QCOMPARE(warnings(document).constFirst(), u"3 unclosed-fence"_s);
        QCOMPARE(codes(document), (QStringList{u"bash:ls\n\n"_s, u"sql:SELECT 1;\n"_s}));
        QCOMPARE(headings(document), (QStringList{u"T"_s, u"Next"_s}));
    }

    void aFenceInAnItemEndsWithTheItem()
    {
        const Document document = documentOf("# T\n\n1. One\n   ```bash\n   ls\n\n2. Two\n");
        QCOMPARE(warnings(document), QStringList{u"4 unclosed-fence"_s});
        QCOMPARE(lines(document.runbooks.front().steps), (QStringList{u"1. One"_s, u"2. Two"_s}));
    }

    void codeThatIsIndentedTooLittleStaysInItsItem()
    {
        const Document document = documentOf("1. One\n   ```bash\nls\n  pwd\n```\n2. Two\n");
        QCOMPARE(codes(document), QStringList{u"bash:ls\npwd\n"_s});
        QCOMPARE(lines(document.runbooks.front().steps), (QStringList{u"1. One"_s, u"2. Two"_s}));
        QCOMPARE(document.runbooks.front().steps.front().commands.front().line, 3);
    }

    void theLanguageIsTheFirstWordOfTheInfo()
    {
        const Document document =
            documentOf("```console # on the node\n$ ls\n```\n\n```{.Bash}\nls\n```\n\n~~~bash,linenos\nls\n~~~\n");
        QStringList languages;
        for (const Block* code : all(document, Block::Kind::Code))
            languages += code->language;
        QCOMPARE(languages, (QStringList{u"console"_s, u"bash"_s, u"bash"_s}));
    }

    void commentsAreHiddenButNotInCode()
    {
        const Document document = documentOf("# T\n\n<!-- one\n1. not a step\n-->\n1. A <!-- x --> b `<!-- y "
                                             "-->`\n\n```html\n<!-- z -->\n```\n<!-- open\n");
        QCOMPARE(document.runbooks.front().steps.size(), std::size_t(1));
        QCOMPARE(document.runbooks.front().steps.front().text, u"A b <!-- y -->"_s);
        QCOMPARE(codes(document), QStringList{u"html:<!-- z -->\n"_s});
        QCOMPARE(document.blocks.back().text(), u"<!-- open"_s);
    }

    void unknownTagsAreTextAndLayoutIsNot()
    {
        const Document document = documentOf("# T\n\n1. Delete <pod-name> in <ns><br>now\n<details>\n"
                                             "<summary>More</summary>\n\n```bash\nls\n```\n\n</details>\n");
        QCOMPARE(document.runbooks.front().steps.front().text, u"Delete <pod-name> in <ns> now"_s);
        QCOMPARE(commands(document.runbooks.front().steps.front()), QStringList{u"ls"_s});
        QCOMPARE(codes(document), QStringList{u"bash:ls\n"_s});
    }

    void scriptsAndPicturesAreOnlyText()
    {
        const Document document =
            documentOf("1. <script>alert(1)</script> <img src=http://x/y.png>\n2. [log](file:///etc/passwd)\n");
        QCOMPARE(document.runbooks.front().steps.front().text, u"<script>alert(1)</script> <img src=http://x/y.png>"_s);
        QCOMPARE(document.runbooks.front().steps.back().text, u"log"_s);
    }

    void whatATemplateLeftIsNamed()
    {
        QCOMPARE(warnings(documentOf("<%= partial %>\n\n1. TODO: say how\n2. TODOs are fine\n3. {{< ref x >}}\n")),
            (QStringList{u"1 template-remnant <%"_s, u"3 template-remnant TODO"_s, u"5 template-remnant {{<"_s}));
    }

    void placesThatTagsNameCanBePointedAt()
    {
        QCOMPARE(documentOf("# One thing\n\n<a name=\"here\"></a>\n\n# One thing\n").anchors,
            (QStringList{u"one-thing"_s, u"one-thing-1"_s, u"here"_s}));
    }
};

QTEST_GUILESS_MAIN(FenceTest)
#include "tst_fence.moc"
