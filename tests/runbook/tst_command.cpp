// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/command.h"
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

namespace {

Block code(const char* language, const char* text)
{
    Block block;
    block.kind = Block::Kind::Code;
    block.fenced = true;
    block.line = 10;
    block.language = QString::fromLatin1(language);
    block.code = QString::fromUtf8(text);
    return block;
}

/// "about: text => expected"
QStringList told(const Block& block)
{
    QStringList all;
    for (const Command& command : commandsIn(block))
        all += (command.about.isEmpty() ? QString() : command.about + u": "_s) + command.text
            + (command.expected.isEmpty() ? QString() : u" => "_s + command.expected);
    return all;
}

} // namespace

/// What of a fence is copied, and what only shows what comes of it.
class CommandTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aFenceIsCutIntoCommands_data()
    {
        QTest::addColumn<Block>("block");
        QTest::addColumn<QStringList>("commands");
        const auto row = [](const char* name, const Block& block, const QStringList& commands) {
            QTest::newRow(name) << block << commands;
        };
        row("comments and blank lines", code("bash", "# Look\nls\npwd\n\ndate\n# Then\nwho\n"),
            {u"Look: ls\npwd"_s, u"date"_s, u"Then: who"_s});
        row("prompts", code("console", "$ ls\na\nb\n$ pwd\n/tmp\n"), {u"ls => a\nb"_s, u"pwd => /tmp"_s});
        row("prompts of a host", code("bash", "root@db1:~# uptime\n up 3 days\n"), {u"uptime =>  up 3 days"_s});
        row("a number sign is no prompt", code("bash", "# ls\npwd\n"), {u"ls: pwd"_s});
        row("not every line has a prompt", code("bash", "ls\n$ pwd\n"), {u"ls\npwd"_s});
        row("a backslash goes on", code("bash", "a \\\n  b \\\n\n# c\nd\n"), {u"a \\\n  b \\\n"_s, u"c: d"_s});
        row("a here document is whole", code("bash", "cat <<EOF\n# not a comment\n\nx\nEOF\n\nls\n"),
            {u"cat <<EOF\n# not a comment\n\nx\nEOF"_s, u"ls"_s});
        row("one that never ends is none", code("bash", "cat <<EOF\nx\n\nls\n"), {u"cat <<EOF\nx"_s, u"ls"_s});
        row("an indented body is whole", code("bash", "if x; then\n  a\n\n  b\nfi\n"),
            {u"if x; then\n  a\n\n  b\nfi"_s});
        row("output of Erlang", code("erlang", "% Look\nmemory().\n%=> [{total, 1},\n%    {x, 2}]\nnodes().\n"),
            {u"Look: memory(). => [{total, 1},\n{x, 2}]"_s, u"nodes()."_s});
        row("output in brackets", code("erlang", "status().\n%=> {a, [\n    b\n]}\n"),
            {u"status(). => {a, [\n    b\n]}"_s});
        row("output below a command", code("bash", "curl x\n# HTTP 503\n\n# Look\nls\n# about the next\npwd\n"),
            {u"curl x => HTTP 503"_s, u"Look: ls"_s, u"about the next: pwd"_s});
        row("SQL", code("sql", "-- Count\nSELECT *\nFROM t;\n"), {u"Count: SELECT *\nFROM t;"_s});
        row("data", code("json", "{}\n"), {});
        row("a drawing", code("", "START\n├─ YES\n"), {});
        row("what is only said", code("", "Error: timeout\nAction: scale\n\nls\n"), {u"ls"_s});
    }
    void aFenceIsCutIntoCommands()
    {
        QFETCH(Block, block);
        QFETCH(QStringList, commands);
        QCOMPARE(told(block), commands);
    }

    void aCommandKnowsItsLine()
    {
        const std::vector<Command> commands = commandsIn(code("bash", "# a\n\n# b\nls\n\npwd\n"));
        QCOMPARE(commands.size(), std::size_t(2));
        QCOMPARE(commands[0].line, 14);
        QCOMPARE(commands[1].line, 16);
    }

    void numberedCommentsCutAFenceIntoSteps()
    {
        const std::vector<NumberedPiece> pieces =
            numberedPieces(code("bash", "# 1. Look\nls\n\n# 2. Only to do\n# 3. Go\n# with care\npwd\n"));
        QCOMPARE(pieces.size(), std::size_t(3));
        QCOMPARE(pieces[0].text, u"Look"_s);
        QCOMPARE(told(pieces[0].code), QStringList{u"ls"_s});
        QVERIFY(commandsIn(pieces[1].code).empty());
        QCOMPARE(told(pieces[2].code), QStringList{u"with care: pwd"_s});
        QCOMPARE(commandsIn(pieces[2].code).front().line, 17);
        QVERIFY(numberedPieces(code("bash", "# 1. Look\nls\n")).empty());
        QVERIFY(numberedPieces(code("bash", "# 2. Look\n# 3. Go\n")).empty());
    }

    void whatCannotBeSeenInACommandIsNamed()
    {
        const Document document =
            documentOf("# T\n\n1. a\n   ```bash\n   ls\n   rm\xc2\xa0x\n   \xe2\x80\x8bpwd\n   ```\n"
                       "\n```json\n\xc2\xa0\n```\n");
        QCOMPARE(warnings(document), (QStringList{u"6 hidden-in-command U+00A0"_s, u"7 hidden-in-command U+200B"_s}));
    }
};

QTEST_GUILESS_MAIN(CommandTest)
#include "tst_command.moc"
