// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "runbook/frozen.h"
#include "support/hostiletext.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTcpServer>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;
using support::hiddenIn;

/// What is longer is in the timeline only, where laying out its words takes long enough.
constexpr qsizetype longInARunbook = 20'000;

/// Whatever is said is only ever text, in every widget.
class HostileTextTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyWidgetShowsItAsText_data();
    void everyWidgetShowsItAsText();

private:
    void say(const QString& text);
    void follow(const QString& text);
    /// Laid out, painted, and looked at.
    void look(const QString& where);
    bool wasOpened() const;

    QTemporaryDir m_outside;
    QString m_pipe = m_outside.path() + u"/pipe"_s;
    QTcpServer m_server;
};

void HostileTextTest::everyWidgetShowsItAsText_data()
{
    QTest::addColumn<QString>("text");
    if (!m_server.isListening()) {
        // Whoever opens the pipe to read waits for ever, or is seen waiting.
        QCOMPARE(::mkfifo(QFile::encodeName(m_pipe).constData(), 0600), 0);
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
    }
    const QString address = u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
    for (const support::HostileText& each : support::hostileTexts(m_pipe, address))
        QTest::newRow(each.what) << each.text;
}

bool HostileTextTest::wasOpened() const
{
    const int writer = ::open(QFile::encodeName(m_pipe).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (writer >= 0)
        ::close(writer);
    return writer >= 0;
}

void HostileTextTest::say(const QString& text)
{
    const incident::PersonRef person{{}, {}, text.left(200), {}};
    act(incident::Retitle{text.left(2'000)});
    act(incident::DescribeImpact{text});
    act(incident::AssignRole{playbook().roles.front().id, person});
    act(incident::AssignAction{person, {}, text});
    act(incident::ProposeFollowUp{person, {}, text.left(20), text});
    act(incident::ChangeSeverity{playbook().severities[1].label, text});
    act(incident::SendUpdate{{}, {}, {}, text, text, text});
    act(incident::WriteSection{playbook().postMortem.sections.front().id, text});
    if (text.size() <= longInARunbook)
        follow(text);
    note(text);
}

/// A runbook that says it in every place that one has, with a question.
void HostileTextTest::follow(const QString& text)
{
    using runbook::Block;
    using runbook::Span;
    const std::vector<Span> spans{{text}, {text, Span::Code}, {text, Span::Plain, text}, {text, Span::Image, text}};
    const Block paragraph{.kind = Block::Kind::Paragraph, .line = 1, .spans = spans};
    const Block cell{.kind = Block::Kind::Cell, .line = 2, .spans = spans};
    const Block row{.kind = Block::Kind::Row, .line = 2, .children = {cell, cell}};
    const Block table{.kind = Block::Kind::Table, .line = 2, .children = {row, row}};
    const Block code{.kind = Block::Kind::Code, .line = 4, .language = text, .fenced = true, .code = text};
    runbook::Step step;
    step.text = text;
    step.section = text;
    step.blocks = {paragraph, table, code};
    step.commands = {{text, text, text, 5, text, {text}, true}};
    runbook::Runbook runbook;
    runbook.steps = {step, step};
    const QString line = text.left(2'000).replace(u'\t', u' ');
    act(incident::AttachRunbook{
        text.left(2'000), text, {QStringList{line, line, line}.join(u'\t'), line}, {{0, {1, 1}}}, frozen(runbook)});
    QCOMPARE(state().runbooks.size(), 1u);
    const EntryId followed = state().runbooks.front().entry;
    act(incident::NoteStep{followed, 0, false, text});
    act(incident::NoteStep{followed, 0, true, text});
    act(incident::SetVariable{text.left(200), text.left(200)});
}

void HostileTextTest::look(const QString& where)
{
    m_window->grab();
    const auto seen = [&where](const QString& text) {
        QVERIFY2(hiddenIn(text).isEmpty(), qPrintable(where + u": "_s + hiddenIn(text) + u" in "_s + text.left(200)));
    };
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        seen(label->text());
    }
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        seen(widget->accessibleName());
        seen(widget->accessibleDescription());
        // A tool tip is read as markup where it looks like it; ours is one paragraph of escaped text.
        const QString tip = widget->toolTip();
        QVERIFY2(!Qt::mightBeRichText(tip) || (tip.startsWith(u"<p style="_s) && tip.count(u'<') == 2),
            qPrintable(tip.left(200)));
    }
    for (const QAbstractItemView* view : m_window->findChildren<QAbstractItemView*>()) {
        for (int row = 0; view->model() && row < view->model()->rowCount(); ++row)
            seen(view->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
    }
    seen(m_window->windowTitle());
}

void HostileTextTest::everyWidgetShowsItAsText()
{
    QFETCH(QString, text);
    declare(text.left(2'000));
    say(text);
    look(u"desk"_s);
    for (const Act form : {Act::Declare, Act::Update, Act::Roles, Act::Facts, Act::Severity, Act::Resolve, Act::Close,
             Act::Export, Act::Everything}) {
        press(form);
        look(desk::keyRow(form).name);
        press(Qt::Key_Escape);
    }
    // In the line, as one pastes it, and read.
    press(Act::Line);
    line()->setPlainText(text);
    look(u"line"_s);
    line()->clear();
    press(Act::StartPage);
    look(u"start page"_s);
    QVERIFY(!wasOpened());
    QVERIFY(!m_server.waitForNewConnection(0));
}

QTEST_MAIN(HostileTextTest)
#include "tst_hostiletext.moc"
