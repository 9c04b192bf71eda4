// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/lines.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom::playbook;

/// The runbooks of erlmcp v3: times to respond, hourly updates for the worst, an incident report within a day.
class ErlmcpV3RunbooksTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void severities();
    void onlyTheNumbersAreGiven();
    void statuses();
    void roles();
    void postMortem();
    void audiences();
    void announcements();

private:
    Playbook m_playbook;
};

void ErlmcpV3RunbooksTest::initTestCase()
{
    const auto playbook = shippedPlaybook(u"erlmcp-v3-runbooks"_s);
    QVERIFY(playbook);
    m_playbook = *playbook;
    QCOMPARE(m_playbook.name, u"erlmcp-v3-runbooks"_s);
    QCOMPARE(m_playbook.title, u"erlmcp v3 Incident Response Runbooks"_s);
}

void ErlmcpV3RunbooksTest::severities()
{
    const QStringList expected{
        u"SEV-1 | Critical |  | 15 | 0 | 60"_s,
        u"SEV-2 | High |  | 60 | 0 | 0"_s,
        u"SEV-3 | Medium |  | 240 | 0 | 0"_s,
        u"SEV-4 | Low |  | 1440 | 0 | 0"_s,
    };
    QCOMPARE(lines(m_playbook.severities, toLine), expected);
}

void ErlmcpV3RunbooksTest::onlyTheNumbersAreGiven()
{
    for (const Severity& severity : m_playbook.severities)
        QVERIFY2(severity.criteria.isEmpty() && severity.examples.isEmpty(), qPrintable(severity.label));
    QVERIFY(m_playbook.roster.empty());
}

void ErlmcpV3RunbooksTest::statuses()
{
    const QStringList expected{
        u"Investigating"_s,
        u"Mitigating"_s,
        u"Monitoring -> mitigated"_s,
        u"Resolved -> resolved"_s,
    };
    QCOMPARE(lines(m_playbook.statuses, toLine), expected);
}

void ErlmcpV3RunbooksTest::roles()
{
    const QStringList expected{
        u"incident-commander | Incident Commander | IC |  |  commander"_s,
        u"on-call-engineer | On-Call Engineer | On-Call |  | "_s,
    };
    QCOMPARE(lines(m_playbook.roles, toLine), expected);
}

void ErlmcpV3RunbooksTest::postMortem()
{
    // There is no form of its own, so that the sections must be those of the built-in one.
    QCOMPARE(m_playbook.postMortem.templateText, QString());
    const auto standard = shippedPlaybook(u"standard"_s);
    QVERIFY(standard);
    QCOMPARE(lines(m_playbook.postMortem.sections, toLine), lines(standard->postMortem.sections, toLine));
    QVERIFY(m_playbook.postMortem.timeline == TimelineChoice::Key);
    QVERIFY(m_playbook.postMortem.dueWithin == 24h);
}

void ErlmcpV3RunbooksTest::audiences()
{
    QCOMPARE(lines(m_playbook.audiences, toLine), QStringList(u"Internal | #incident-<ticket-number>"_s));
}

void ErlmcpV3RunbooksTest::announcements()
{
    const Audience& internal = m_playbook.audiences.front();
    const QStringList initial{u"** Incident**:"_s, u"**Impact**: not known yet"_s, u"**Started**:"_s,
        u"**Current Status**:"_s, u"**Next Update**: none promised"_s};
    const QStringList resolution{u"**RESOLVED**:"_s, u"**Root Cause**: not known yet"_s, u"**Resolution**:"_s,
        u"**Duration**: not known yet"_s, u"**Post-Incident Actions**:"_s, u"- none yet"_s,
        u"Full postmortem to follow."_s};
    QCOMPARE(wordsOf(internal.initial), initial);
    QCOMPARE(wordsOf(internal.resolution), resolution);
    // The hourly updates have no form.
    QCOMPARE(internal.regular, QString());
}

QTEST_GUILESS_MAIN(ErlmcpV3RunbooksTest)
#include "tst_erlmcpv3runbooks.moc"
