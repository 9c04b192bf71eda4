// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/lines.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom::playbook;

/// The playbooks that come with the program say what they are meant to say.
class ShippedPlaybooksTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void erlmcpNamesItself();
    void erlmcpSeverities();
    void erlmcpCriteria();
    void erlmcpExamples();
    void erlmcpStatuses();
    void erlmcpRoles();
    void erlmcpDuties();
    void erlmcpRoster();
    void erlmcpAudiences();
    void erlmcpPostMortem();
    void standardIsForAnyTeam();
    void standardSeverities();
    void standardStatuses();
    void standardRoles();
    void standardPostMortem();
    void bothShareTheirSections();
    void severitiesHaveDistinctColours();

private:
    Playbook m_erlmcp;
    Playbook m_standard;
};

void ShippedPlaybooksTest::initTestCase()
{
    const auto erlmcp = shippedPlaybook(u"erlmcp-incident-response"_s);
    const auto standard = shippedPlaybook(u"standard"_s);
    QVERIFY(erlmcp);
    QVERIFY(standard);
    m_erlmcp = *erlmcp;
    m_standard = *standard;
}

void ShippedPlaybooksTest::erlmcpNamesItself()
{
    QCOMPARE(m_erlmcp.name, u"erlmcp-incident-response"_s);
    QCOMPARE(m_erlmcp.title, u"Incident Response - erlmcp"_s);
    QCOMPARE(m_erlmcp.zone, QTimeZone::utc());
}

void ShippedPlaybooksTest::erlmcpSeverities()
{
    const QStringList expected{
        u"P0 | Critical | Production Down | 15 | 60 | 15"_s,
        u"P1 | High | Partial Outage | 60 | 240 | 0"_s,
        u"P2 | Medium | Non-Critical Issue | 240 | 1440 | 0"_s,
        u"P3 | Low | Minor Issue | 1440 | 10080 | 0"_s,
    };
    QCOMPARE(lines(m_erlmcp.severities, toLine), expected);
}

void ShippedPlaybooksTest::erlmcpCriteria()
{
    const QStringList expected{
        u"Complete service outage"_s,
        u"Data loss or corruption"_s,
        u"Security breach"_s,
        u"Multiple client failures (>50% affected)"_s,
        u"Degraded service (10-50% clients affected)"_s,
        u"Critical feature unavailable"_s,
        u"Performance degradation (>3x latency increase)"_s,
        u"Circuit breakers triggered"_s,
        u"Single client affected"_s,
        u"Minor feature degradation"_s,
        u"Performance anomaly (non-critical)"_s,
        u"Elevated error rate (<5%)"_s,
        u"Cosmetic issues"_s,
        u"Documentation errors"_s,
        u"Non-impacting warnings"_s,
        u"Feature requests"_s,
    };
    QStringList criteria;
    for (const Severity& severity : m_erlmcp.severities) {
        QCOMPARE(severity.criteria.size(), 4);
        criteria += severity.criteria;
    }
    QCOMPARE(criteria, expected);
}

void ShippedPlaybooksTest::erlmcpExamples()
{
    const QStringList expected{
        u"erlmcp_registry crash loop (all connections lost)"_s,
        u"Secrets backend compromised"_s,
        u"OOM killer terminating BEAM VM"_s,
        u"Network partition in production cluster"_s,
        u"Connection pool exhaustion (new connections rejected)"_s,
        u"Single transport type down (e.g., WebSocket failing)"_s,
        u"Memory approaching limits (>85% heap usage)"_s,
        u"Database connection pool saturated"_s,
        u"Single session leak (detectable but not cascading)"_s,
        u"Metrics collection delay"_s,
        u"Dashboard rendering issues"_s,
        u"Non-critical transport warning"_s,
        u"Log message typo"_s,
        u"Dashboard formatting issue"_s,
        u"Unused code warnings"_s,
        u"Performance optimization opportunities"_s,
    };
    QStringList examples;
    for (const Severity& severity : m_erlmcp.severities)
        examples += severity.examples;
    QCOMPARE(examples, expected);
}

void ShippedPlaybooksTest::erlmcpStatuses()
{
    const QStringList expected{u"Investigating"_s, u"Mitigating"_s, u"Resolved -> resolved"_s};
    QCOMPARE(lines(m_erlmcp.statuses, toLine), expected);
}

void ShippedPlaybooksTest::erlmcpRoles()
{
    const QStringList expected{
        u"incident-commander | Incident Commander | IC,Lead | alice | bob commander"_s,
        u"on-call-engineer | On-Call Engineer | On-Call | carol | dave"_s,
        u"subject-matter-expert | Subject Matter Expert | SME |  |  several"_s,
        u"registry-sme | Registry SME |  | eve | frank several"_s,
        u"transport-sme | Transport SME |  | grace | henry several"_s,
        u"session-sme | Session SME |  |  |  several"_s,
        u"observability-sme | Observability SME |  |  |  several"_s,
    };
    QCOMPARE(lines(m_erlmcp.roles, toLine), expected);
}

void ShippedPlaybooksTest::erlmcpDuties()
{
    const Role* commander = m_erlmcp.role(u"IC"_s);
    QVERIFY(commander);
    const QStringList duties{u"Declare incident severity"_s, u"Coordinate response team"_s,
        u"Make escalation decisions"_s, u"Communicate with stakeholders"_s, u"Lead post-mortem"_s};
    const QStringList authority{u"Override normal procedures"_s, u"Request additional resources"_s,
        u"Make rollback decisions"_s, u"Pause non-critical work"_s};
    QCOMPARE(commander->duties, duties);
    QCOMPARE(commander->authority, authority);

    const QStringList onCall{u"First responder to alerts"_s, u"Execute runbooks"_s, u"Gather diagnostic data"_s,
        u"Escalate to IC if needed"_s};
    QCOMPARE(m_erlmcp.role(u"on-call engineer"_s)->duties, onCall);

    const QStringList expert{u"Deep technical knowledge of specific component"_s, u"Advise on complex failures"_s,
        u"Review proposed fixes"_s};
    QCOMPARE(m_erlmcp.role(u"SME"_s)->duties, expert);
    QCOMPARE(m_erlmcp.role(u"registry sme"_s)->duties, QStringList(u"Modules: gproc, routing"_s) + expert);
    QCOMPARE(m_erlmcp.role(u"transport sme"_s)->duties, QStringList(u"Modules: stdio, TCP, WebSocket"_s) + expert);
    QCOMPARE(m_erlmcp.role(u"session sme"_s)->duties, QStringList(u"Modules: persistence, failover"_s) + expert);
    QCOMPARE(m_erlmcp.role(u"observability sme"_s)->duties, QStringList(u"Modules: metrics, tracing"_s) + expert);
}

void ShippedPlaybooksTest::erlmcpRoster()
{
    const QStringList expected{
        u"alice | Alice Chen |  | alice@example.com | +1-555-0101"_s,
        u"bob | Bob Smith |  |  | "_s,
        u"carol | Carol Lee |  | carol@example.com | +1-555-0102"_s,
        u"dave | Dave Wong |  |  | "_s,
        u"eve | Eve Martin |  | eve@example.com | +1-555-0103"_s,
        u"frank | Frank Liu |  |  | "_s,
        u"grace | Grace Kim |  | grace@example.com | +1-555-0104"_s,
        u"henry | Henry Zhao |  |  | "_s,
        u"ian | Ian Taylor | Engineering Manager | ian@example.com | +1-555-0201"_s,
        u"jane | Jane Doe | VP Engineering | jane@example.com | +1-555-0301"_s,
        u"john | John Smith | CTO | john@example.com | +1-555-0401"_s,
    };
    QCOMPARE(lines(m_erlmcp.roster, toLine), expected);
}

void ShippedPlaybooksTest::erlmcpAudiences()
{
    QCOMPARE(lines(m_erlmcp.audiences, toLine), QStringList(u"Internal | #incidents,engineering-oncall@"_s));
    const Audience& internal = m_erlmcp.audiences.front();
    const QStringList initial{u"[] erlmcp Production Incident -"_s, u"SEVERITY: ()"_s, u"STATUS:"_s,
        u"IMPACT: not known yet"_s, u"START TIME:"_s, u"INCIDENT COMMANDER:"_s, u"CURRENT ACTIONS:"_s, u"none yet"_s,
        u"NEXT UPDATE: none promised"_s};
    const QStringList regular{u"[] UPDATE - erlmcp Production Incident"_s, u"SEVERITY: ()"_s, u"STATUS:"_s,
        u"IMPACT: not known yet"_s, u"ELAPSED:"_s, u"ACTIONS TAKEN:"_s, u"ROOT CAUSE (preliminary):"_s,
        u"NEXT STEPS:"_s, u"NEXT UPDATE: none promised"_s};
    const QStringList resolution{u"[] RESOLVED - erlmcp Production Incident -"_s, u"SEVERITY: ()"_s, u"STATUS:"_s,
        u"IMPACT: not known yet"_s, u"DURATION: not known yet"_s, u"INCIDENT COMMANDER:"_s, u"ROOT CAUSE:"_s,
        u"not known yet"_s, u"RESOLUTION:"_s, u"FOLLOW-UP ACTIONS: none yet"_s, u"- [ ] (owner: nobody yet, ETA: )"_s};
    QCOMPARE(wordsOf(internal.initial), initial);
    QCOMPARE(wordsOf(internal.regular), regular);
    QCOMPARE(wordsOf(internal.resolution), resolution);
}

void ShippedPlaybooksTest::erlmcpPostMortem()
{
    const QStringList expected{
        u"summary | Summary"_s,
        u"users-affected | Users Affected line"_s,
        u"revenue-impact | Revenue Impact line"_s,
        u"customer-escalations | Customer Escalations line"_s,
        u"root-cause | Root Cause"_s,
        u"what-went-well | What Went Well"_s,
        u"what-went-wrong | What Went Wrong"_s,
        u"lessons-learned | Lessons Learned"_s,
        u"related-incidents | Related Incidents"_s,
    };
    QCOMPARE(lines(m_erlmcp.postMortem.sections, toLine), expected);
    QVERIFY(m_erlmcp.postMortem.timeline == TimelineChoice::Pinned);
    QVERIFY(m_erlmcp.postMortem.dueWithin == 48h);
    QCOMPARE(m_erlmcp.postMortem.templateText, QString());
}

void ShippedPlaybooksTest::standardIsForAnyTeam()
{
    QCOMPARE(m_standard.name, u"standard"_s);
    QCOMPARE(m_standard.zone, QTimeZone::utc());
    QVERIFY(m_standard.roster.empty());
}

void ShippedPlaybooksTest::standardSeverities()
{
    QStringList numbers;
    for (const Severity& severity : m_standard.severities) {
        numbers << QStringList{severity.label, severity.name, number(severity.respondWithin),
            number(severity.resolveWithin), number(severity.updateEvery)}
                       .join(u" | "_s);
        QVERIFY2(!severity.meaning.isEmpty() && !severity.criteria.isEmpty() && !severity.examples.isEmpty(),
            qPrintable(severity.label));
    }
    const QStringList expected{u"SEV1 | Critical | 15 | 240 | 15"_s, u"SEV2 | Major | 30 | 480 | 30"_s,
        u"SEV3 | Minor | 240 | 4320 | 240"_s, u"SEV4 | Low | 1440 | 20160 | 0"_s};
    QCOMPARE(numbers, expected);
}

void ShippedPlaybooksTest::standardStatuses()
{
    const QStringList expected{
        u"Investigating"_s, u"Mitigating"_s, u"Monitoring -> mitigated"_s, u"Resolved -> resolved"_s};
    QCOMPARE(lines(m_standard.statuses, toLine), expected);
}

void ShippedPlaybooksTest::standardRoles()
{
    const QStringList expected{
        u"incident-commander | Incident Commander | IC,Commander,Lead |  |  commander"_s,
        u"operations-lead | Operations Lead | OL,Ops |  | "_s,
        u"communications-lead | Communications Lead | CL,Comms |  | "_s,
        u"scribe | Scribe |  |  | "_s,
        u"subject-matter-expert | Subject Matter Expert | SME,Expert |  |  several"_s,
    };
    QCOMPARE(lines(m_standard.roles, toLine), expected);
    for (const Role& role : m_standard.roles)
        QVERIFY2(!role.duties.isEmpty(), qPrintable(role.id));
}

void ShippedPlaybooksTest::standardPostMortem()
{
    QVERIFY(m_standard.postMortem.timeline == TimelineChoice::Key);
    QVERIFY(m_standard.postMortem.dueWithin == 120h);
}

void ShippedPlaybooksTest::bothShareTheirSections()
{
    QVERIFY(m_standard.postMortem.sections == m_erlmcp.postMortem.sections);
}

void ShippedPlaybooksTest::severitiesHaveDistinctColours()
{
    const QStringList expected{u"#ff6166"_s, u"#ff9a4d"_s, u"#ffd24d"_s, u"#7aadff"_s};
    QCOMPARE(lines(m_erlmcp.severities, std::mem_fn(&Severity::colour)), expected);
    QCOMPARE(lines(m_standard.severities, std::mem_fn(&Severity::colour)), expected);
}

QTEST_GUILESS_MAIN(ShippedPlaybooksTest)
#include "tst_shippedplaybooks.moc"
