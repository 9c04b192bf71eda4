// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

/// The form of the status update.
class UpdateSheetTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatItWasFilledInFromIsSaidInWords();
};

void UpdateSheetTest::whatItWasFilledInFromIsSaidInWords()
{
    declare();
    press(Act::Update);
    QVERIFY(shows(u"Filled in from the timeline: 1 entry"_s));
    note(u"pool at 96 %"_s);
    note(u"pool at 97 %"_s);
    act(incident::AssignAction{{}, {}, u"Roll back"_s});
    QVERIFY(shows(u"Filled in from the timeline: 2 notes, 1 action, 1 other entry"_s));
}

QTEST_MAIN(UpdateSheetTest)
#include "tst_updatesheet.moc"
