// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/lines.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom::playbook;

/// The playbook of erlmcp v3: the labels of erlmcp-incident-response with other numbers, tiers, phases.
class ErlmcpV3PlaybookTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void severities();
    void sameLabelsOtherNumbers();
    void statuses();
    void roles();
    void dutiesAndAuthority();
    void nobodyIsNamed();
    void sections();
    void postMortem();
    void audiences();
    void internalTexts();
    void customersAreToldOfAServiceIssue();
    void checklists();

private:
    Playbook m_playbook;
};

void ErlmcpV3PlaybookTest::initTestCase()
{
    const auto playbook = shippedPlaybook(u"erlmcp-v3-playbook"_s);
    QVERIFY(playbook);
    m_playbook = *playbook;
    QCOMPARE(m_playbook.name, u"erlmcp-v3-playbook"_s);
    QCOMPARE(m_playbook.title, u"erlmcp v3 Incident Response Playbook"_s);
}

void ErlmcpV3PlaybookTest::severities()
{
    const QStringList expected{
        u"P0 | Critical | Service completely unavailable | 5 | 0 | 0"_s,
        u"P1 | High | Major degradation, partial outage | 30 | 0 | 0"_s,
        u"P2 | Medium | Minor degradation, feature issue | 120 | 0 | 0"_s,
        u"P3 | Low | Non-critical issue, documentation | 1440 | 0 | 0"_s,
    };
    QCOMPARE(lines(m_playbook.severities, toLine), expected);
}

void ErlmcpV3PlaybookTest::sameLabelsOtherNumbers()
{
    const auto other = shippedPlaybook(u"erlmcp-incident-response"_s);
    QVERIFY(other);
    QStringList both;
    for (const Severity& severity : m_playbook.severities) {
        const Severity* same = other->severity(severity.label);
        QVERIFY2(same, qPrintable(severity.label));
        both += severity.label + u' ' + number(severity.respondWithin) + u" not "_s + number(same->respondWithin);
    }
    QCOMPARE(both, QStringList({u"P0 5 not 15"_s, u"P1 30 not 60"_s, u"P2 120 not 240"_s, u"P3 1440 not 1440"_s}));
}

void ErlmcpV3PlaybookTest::statuses()
{
    const QStringList expected{
        u"Initial Response"_s,
        u"Investigation Phase"_s,
        u"Resolution Phase"_s,
        u"Resolved -> resolved"_s,
    };
    QCOMPARE(lines(m_playbook.statuses, toLine), expected);
}

void ErlmcpV3PlaybookTest::roles()
{
    const QStringList expected{
        u"tier-1-support | Tier 1 Support | Tier 1,DevOps/SRE Team |  |  several"_s,
        u"tier-2-support | Tier 2 Support | Tier 2,Engineering Leadership,On-call Engineering Manager,IC |  |  commander"_s,
        u"tier-3-support | Tier 3 Support | Tier 3,VP of Engineering |  | "_s,
        u"tier-4-support | Tier 4 Support | Tier 4,CEO/CTO |  |  several"_s,
        u"on-call-engineer | On-Call Engineer | On-Call |  | "_s,
        u"engineering-lead | Engineering Lead |  |  | "_s,
    };
    QCOMPARE(lines(m_playbook.roles, toLine), expected);
}

void ErlmcpV3PlaybookTest::dutiesAndAuthority()
{
    const QStringList expected{
        u"tier-1-support: Team: DevOps/SRE Team"_s,
        u"tier-1-support: Tools: Monitoring dashboard, alerting system"_s,
        u"tier-1-support may: Initial incident response"_s,
        u"tier-2-support: Team: Engineering Leadership"_s,
        u"tier-2-support: Contact: On-call Engineering Manager"_s,
        u"tier-2-support may: Incident declaration, resource allocation"_s,
        u"tier-3-support: Team: VP of Engineering"_s,
        u"tier-3-support: Contact: Engineering VP on-call rotation"_s,
        u"tier-3-support may: Major incident management"_s,
        u"tier-4-support: Team: CEO/CTO"_s,
        u"tier-4-support: Contact: Emergency contact list"_s,
        u"tier-4-support may: Business continuity decisions"_s,
    };
    QCOMPARE(dutiesOf(m_playbook), expected);
}

void ErlmcpV3PlaybookTest::nobodyIsNamed() { QVERIFY(m_playbook.roster.empty()); }

void ErlmcpV3PlaybookTest::sections()
{
    const QStringList expected{
        u"root-cause | Root Cause"_s,
        u"contributing-factors | Contributing Factors"_s,
        u"solution-implemented | Solution Implemented"_s,
        u"lessons-learned | Lessons Learned"_s,
    };
    QCOMPARE(lines(m_playbook.postMortem.sections, toLine), expected);
}

void ErlmcpV3PlaybookTest::postMortem()
{
    QVERIFY(m_playbook.postMortem.timeline == TimelineChoice::All);
    QVERIFY(m_playbook.postMortem.dueWithin == 24h);
    QVERIFY(m_playbook.postMortem.templateText.startsWith(u"# ROOT CAUSE ANALYSIS\n"_s));
}

void ErlmcpV3PlaybookTest::audiences()
{
    QCOMPARE(lines(m_playbook.audiences, toLine), QStringList({u"Internal | Slack"_s, u"Customers |"_s}));
}

void ErlmcpV3PlaybookTest::internalTexts()
{
    const Audience& internal = m_playbook.audiences.front();
    const QStringList initial{u"INCIDENT NOTIFICATION"_s, u"Incident ID:"_s, u"Severity: -"_s, u"Description: -"_s,
        u"Action Taken:"_s, u"none yet"_s};
    const QStringList regular{u"INCIDENT STANDUP"_s, u"Incident ID:"_s, u"Current Status:"_s, u"Actions Taken:"_s,
        u"none since the last one"_s, u"Next Steps:"_s, u"none yet"_s};
    const QStringList resolution{u"INCIDENT RESOLVED"_s, u"Incident ID:"_s, u"Severity: -"_s,
        u"Duration: not known yet"_s, u"Root Cause: not known yet"_s, u"Resolution:"_s};
    QCOMPARE(wordsOf(internal.initial), initial);
    QCOMPARE(wordsOf(internal.regular), regular);
    QCOMPARE(wordsOf(internal.resolution), resolution);
}

void ErlmcpV3PlaybookTest::customersAreToldOfAServiceIssue()
{
    const Audience& customers = m_playbook.audiences.back();
    const QStringList notice{u"SERVICE NOTIFICATION"_s, u"Dear Customers,"_s,
        u"We are experiencing a service issue: ."_s, u"Our team is actively working to resolve this issue."_s,
        u"Current Status:"_s, u"We apologize for any inconvenience this may cause."_s, u"Sincerely,"_s,
        u"The erlmcp Team"_s};
    QCOMPARE(wordsOf(customers.initial), notice);
    QCOMPARE(customers.regular, customers.initial);
    // Nothing of it lasts when it is over.
    QStringList over = notice;
    over[2] = u"We experienced a service issue: ."_s;
    over.removeAt(3);
    QCOMPARE(wordsOf(customers.resolution), over);
}

void ErlmcpV3PlaybookTest::checklists()
{
    const QStringList expected{u"Declaration Checklist 5 at declared"_s, u"Communication Checklist 4"_s};
    QCOMPARE(lines(m_playbook.checklists, toLine), expected);
}

QTEST_GUILESS_MAIN(ErlmcpV3PlaybookTest)
#include "tst_erlmcpv3playbook.moc"
