// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/lines.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom::playbook;

/// The playbook of TAI Autonomics: severities by error rate and latency, an update every quarter of an hour.
class TaiAutonomicsTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void severities();
    void criteria();
    void statuses();
    void roles();
    void duties();
    void nobodyIsNamed();
    void sections();
    void postMortem();
    void audiences();
    void textsOfTheChannel();
    void customersAreToldOfNoChannel();
    void checklists();
    void panels();

private:
    Playbook m_playbook;
};

void TaiAutonomicsTest::initTestCase()
{
    const auto playbook = shippedPlaybook(u"tai-autonomics-playbook"_s);
    QVERIFY(playbook);
    m_playbook = *playbook;
    QCOMPARE(m_playbook.name, u"tai-autonomics-playbook"_s);
    QCOMPARE(m_playbook.title, u"Incident Response Playbook - TAI Erlang Autonomics"_s);
}

void TaiAutonomicsTest::severities()
{
    const QStringList expected{
        u"SEV-1 | Critical | Service down or error rate > 50% | 5 | 0 | 15"_s,
        u"SEV-2 | High | Degradation or error rate > 1% | 15 | 0 | 15"_s,
        u"SEV-3 | Medium | Slow performance or < 1% errors | 60 | 0 | 15"_s,
        u"SEV-4 | Low | Informational issues | 0 | 0 | 15"_s,
    };
    QCOMPARE(lines(m_playbook.severities, toLine), expected);
}

void TaiAutonomicsTest::criteria()
{
    const QStringList expected{
        u"SEV-1: Service completely down (health check failing)"_s,
        u"SEV-1: Error rate > 50%"_s,
        u"SEV-1: Data loss occurring"_s,
        u"SEV-1: Complete feature unavailability"_s,
        u"SEV-2: Error rate 1-50%"_s,
        u"SEV-2: Latency P99 > 5s"_s,
        u"SEV-2: Partial service degradation"_s,
        u"SEV-2: Some features working, some failing"_s,
        u"SEV-3: Error rate < 1%"_s,
        u"SEV-3: Latency P99 > 1s but < 5s"_s,
        u"SEV-3: Intermittent issues"_s,
        u"SEV-3: Workaround available"_s,
        u"SEV-4: Minor issues"_s,
        u"SEV-4: No customer impact"_s,
        u"SEV-4: Informational"_s,
        u"SEV-4: Can be resolved in planning"_s,
    };
    QCOMPARE(criteriaOf(m_playbook), expected);
}

void TaiAutonomicsTest::statuses()
{
    const QStringList expected{
        u"Investigating"_s,
        u"Implementing fix"_s,
        u"Testing"_s,
        u"Resolved -> resolved"_s,
    };
    QCOMPARE(lines(m_playbook.statuses, toLine), expected);
}

void TaiAutonomicsTest::roles()
{
    const QStringList expected{
        u"incident-commander | Incident Commander | IC |  |  commander"_s,
        u"technical-lead | Technical Lead | TL |  | "_s,
        u"communications-lead | Communications Lead |  |  | "_s,
        u"scribe | Scribe |  |  | "_s,
        u"tier-1-on-call | Tier 1 On-Call | On-Call |  |  several"_s,
    };
    QCOMPARE(lines(m_playbook.roles, toLine), expected);
}

void TaiAutonomicsTest::duties()
{
    const QStringList expected{
        u"incident-commander: Declares incident start/end"_s,
        u"incident-commander: Manages communications"_s,
        u"incident-commander: Coordinates all teams"_s,
        u"incident-commander: Makes escalation decisions"_s,
        u"incident-commander: Documents timeline"_s,
        u"incident-commander: Initial Actions: 1. Open war room (Slack thread)"_s,
        u"incident-commander: Initial Actions: 2. Assign roles"_s,
        u"incident-commander: Initial Actions: 3. Set status update cadence (every 15 min)"_s,
        u"incident-commander: Initial Actions: 4. Take notes"_s,
        u"incident-commander: Initial Actions: 5. Create incident ticket"_s,
        u"technical-lead: Leads technical investigation"_s,
        u"technical-lead: Directs troubleshooting efforts"_s,
        u"technical-lead: Tests fixes"_s,
        u"technical-lead: Recommends rollback"_s,
        u"technical-lead: Documents root cause"_s,
        u"communications-lead: Updates stakeholders"_s,
        u"communications-lead: Manages status page"_s,
        u"communications-lead: Communicates with customers"_s,
        u"communications-lead: Provides regular updates"_s,
        u"scribe: Documents timeline"_s,
        u"scribe: Records decisions"_s,
        u"scribe: Takes notes"_s,
        u"scribe: Creates post-mortem"_s,
        u"tier-1-on-call: Acknowledge alert (30 sec)"_s,
        u"tier-1-on-call: Initial investigation (5 min)"_s,
        u"tier-1-on-call: Determine severity (1 min)"_s,
        u"tier-1-on-call: If resolvable: start troubleshooting"_s,
        u"tier-1-on-call: If critical: escalate immediately"_s,
    };
    QCOMPARE(dutiesOf(m_playbook), expected);
}

void TaiAutonomicsTest::nobodyIsNamed() { QVERIFY(m_playbook.roster.empty()); }

void TaiAutonomicsTest::sections()
{
    const QStringList expected{
        u"root-cause-found | Root cause found line"_s,
        u"root-cause | Root Cause"_s,
        u"contributing-factors | Contributing Factors"_s,
    };
    QCOMPARE(lines(m_playbook.postMortem.sections, toLine), expected);
}

void TaiAutonomicsTest::postMortem()
{
    QVERIFY(m_playbook.postMortem.timeline == TimelineChoice::Key);
    QVERIFY(m_playbook.postMortem.dueWithin == 24h);
    QVERIFY(m_playbook.postMortem.templateText.startsWith(u"# POST-MORTEM: {{{title}}}\n"_s));
}

void TaiAutonomicsTest::audiences()
{
    const QStringList expected{u"Internal | #tai-autonomics-incidents"_s, u"Customers | Status page"_s};
    QCOMPARE(lines(m_playbook.audiences, toLine), expected);
}

void TaiAutonomicsTest::textsOfTheChannel()
{
    const Audience& internal = m_playbook.audiences.front();
    const QStringList initial{u"INCIDENT DECLARED: - -"_s, u"Service: TAI Autonomics"_s, u"Status:"_s, u"Started:"_s,
        u"Updates in: #tai-autonomics-incidents"_s};
    const QStringList regular{
        u"Update:"_s, u"nothing done since the last one"_s, u"- Found (suspected):"_s, u"Next:"_s, u"Status:"_s};
    const QStringList resolution{u"INCIDENT RESOLVED"_s, u"Root Cause: not known yet"_s, u"Impact: not known yet"_s,
        u"Duration: not known yet"_s, u"Action Taken:"_s, u"Next Steps:"_s, u"- Post-mortem scheduled"_s,
        u"- Preventive measures to be planned"_s};
    QCOMPARE(wordsOf(internal.initial), initial);
    QCOMPARE(wordsOf(internal.regular), regular);
    QCOMPARE(wordsOf(internal.resolution), resolution);
}

void TaiAutonomicsTest::customersAreToldOfNoChannel()
{
    const Audience& internal = m_playbook.audiences.front();
    const Audience& customers = m_playbook.audiences.back();
    QCOMPARE(wordsOf(customers.initial), wordsOf(internal.initial).sliced(0, 4));
    QCOMPARE(wordsOf(customers.regular), QStringList({u"Update:"_s, u"nothing new"_s, u"Next:"_s, u"Status:"_s}));
    QCOMPARE(customers.resolution, internal.resolution);
}

void TaiAutonomicsTest::checklists()
{
    const QStringList expected{
        u"Before Incident Happens 5"_s, u"During Incident 7 at declared"_s, u"After Incident 7 at resolved"_s};
    QCOMPARE(lines(m_playbook.checklists, toLine), expected);
    QCOMPARE(m_playbook.checklists[1].steps.first(), u"Incident declared and severity set"_s);
}

void TaiAutonomicsTest::panels()
{
    QCOMPARE(m_playbook.panels.size(), 2U);
    QCOMPARE(m_playbook.panels[0].expr, u"rate(tai_http_requests_total{status=~\"5..\"}[5m])"_s);
    QVERIFY(m_playbook.panels[1].warn == (Limit{true, 1}));
    QVERIFY(m_playbook.panels[1].bad == (Limit{true, 5}));
}

QTEST_GUILESS_MAIN(TaiAutonomicsTest)
#include "tst_taiautonomics.moc"
