// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "words/duties.h"

using namespace warroom;
using namespace Qt::Literals::StringLiterals;

/// What a role has to do, within a sentence.
class DutiesTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstOnesAreTold()
    {
        playbook::Role role;
        role.duties = QStringList{u"Declare severity."_s, u"Coordinate the team"_s, u"Lead the post-mortem"_s};
        QCOMPARE(words::duties(role, 2), u"declare severity, coordinate the team, …"_s);
        QCOMPARE(words::duties(role, 3), u"declare severity, coordinate the team, lead the post-mortem"_s);
    }

    void anAbbreviationKeepsItsCapitals()
    {
        playbook::Role role;
        role.duties = QStringList{u"SLA watch"_s};
        QCOMPARE(words::duties(role, 2), u"SLA watch"_s);
    }

    void aRoleWithoutDutiesSaysNothing() { QCOMPARE(words::duties({}, 2), QString()); }
};

QTEST_GUILESS_MAIN(DutiesTest)
#include "tst_duties.moc"
