// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>

using namespace warroom;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

/// The sections of the post-mortem, its preview, and the file.
class TestPostMortem : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void thePostMortemIsWritten();
    void aFileIsReplacedOnlyWhenSaidTwice();
    void aSectionIsLoggedWhenItIsLeft();
    void aSectionIsLoggedWhenTheKeyboardLeavesIt();
    void whatIsTypedLastIsInTheFile();
    void leavingTheFormLosesNothing();
    void whatSomebodyElseWroteIsShown();
    void thePreviewIsWhatIsCopied();

private:
    QString written(int section) const { return state().sections.value(sectionId(section)).value; }
    QString sectionId(int section) const { return playbook().postMortem.sections[std::size_t(section)].id; }
};

void TestPostMortem::thePostMortemIsWritten()
{
    declare();
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"post-mortem.md"_s);
    press(Act::Export);
    field(u"File"_s)->setPlainText(file);
    press(Act::Confirm);
    QTRY_VERIFY(shows(file));
    QVERIFY(read(file).contains("Pool is full"));
    QCOMPARE(focused(), line());
}

void TestPostMortem::aFileIsReplacedOnlyWhenSaidTwice()
{
    declare();
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"post-mortem.md"_s);
    QFile own(file);
    QVERIFY(own.open(QFile::WriteOnly) && own.write("mine") == 4);
    own.close();
    press(Act::Export);
    field(u"File"_s)->setPlainText(file);
    press(Act::Confirm);
    QCOMPARE(read(file), "mine");
    QVERIFY(shows(u"Once more replaces it"_s));
    press(Act::Confirm);
    QTRY_VERIFY(read(file).contains("Pool is full"));
}

void TestPostMortem::aSectionIsLoggedWhenItIsLeft()
{
    declare();
    press(Act::Export);
    QCOMPARE(focusedName(), u"Sections"_s);
    type(u"The pool was too small"_s); // goes into the text
    QCOMPARE(focusedName(), u"Text of the section"_s);
    QVERIFY(m_session->pending().empty());
    press(Qt::Key_Tab, Qt::ShiftModifier);
    press(Qt::Key_Down);
    QVERIFY(saves());
    QCOMPARE(written(0), u"The pool was too small"_s);
    QTRY_VERIFY(shows(u"The pool was too small"_s)); // in the preview
    QVERIFY(field(u"Text of the section"_s)->toPlainText().isEmpty());
    press(Qt::Key_Up);
    QCOMPARE(field(u"Text of the section"_s)->toPlainText(), u"The pool was too small"_s);
    QVERIFY(m_session->pending().empty());
}

void TestPostMortem::aSectionIsLoggedWhenTheKeyboardLeavesIt()
{
    declare();
    press(Act::Export);
    type(u"The pool was too small"_s);
    press(Qt::Key_Tab);
    QVERIFY(saves());
    QCOMPARE(written(0), u"The pool was too small"_s);
}

void TestPostMortem::whatIsTypedLastIsInTheFile()
{
    declare();
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"post-mortem.md"_s);
    press(Act::Export);
    field(u"File"_s)->setPlainText(file);
    field(u"Text of the section"_s)->setFocus();
    type(u"The pool was too small"_s);
    press(Act::Confirm);
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY(read(file).contains("The pool was too small"));
    QCOMPARE(written(0), u"The pool was too small"_s);
    QTRY_COMPARE(focused(), line());
}

void TestPostMortem::leavingTheFormLosesNothing()
{
    declare();
    press(Act::Export);
    type(u"The pool was too small"_s);
    press(Qt::Key_Escape);
    QVERIFY(saves());
    QCOMPARE(written(0), u"The pool was too small"_s);
}

void TestPostMortem::whatSomebodyElseWroteIsShown()
{
    declare();
    press(Act::Export);
    act(incident::WriteSection{sectionId(0), u"From elsewhere"_s});
    QCOMPARE(field(u"Text of the section"_s)->toPlainText(), u"From elsewhere"_s);
    type(u"Mine "_s);
    act(incident::WriteSection{sectionId(0), u"From elsewhere again"_s});
    QVERIFY(field(u"Text of the section"_s)->toPlainText().contains(u"Mine"_s));
}

void TestPostMortem::thePreviewIsWhatIsCopied()
{
    declare();
    press(Act::Export);
    press(Act::Copy);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"# Post-Mortem: Pool is full"_s));
    QVERIFY(shows(copied.left(60)));
}

QTEST_MAIN(TestPostMortem)
#include "tst_postmortemsheet.moc"
