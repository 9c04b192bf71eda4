// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/lines.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom::playbook;

/// The playbook of the MCP gateway: severities by degradation, without any clock of their own.
class McpEdgeGatewayTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void severities();
    void criteria();
    void statuses();
    void roles();
    void nobodyIsNamed();
    void sections();
    void postMortem();
    void audiences();
    void textsOfTheThread();
    void outsideTheThreadTheTitleSaysWhatItIsAbout();
    void panels();

private:
    Playbook m_playbook;
};

void McpEdgeGatewayTest::initTestCase()
{
    const auto playbook = shippedPlaybook(u"mcp-edge-gateway-playbook"_s);
    QVERIFY(playbook);
    m_playbook = *playbook;
    QCOMPARE(m_playbook.name, u"mcp-edge-gateway-playbook"_s);
    QCOMPARE(m_playbook.title, u"Incident Response Playbook - MCP WASM Edge Gateway"_s);
}

void McpEdgeGatewayTest::severities()
{
    const QStringList expected{
        u"SEV-1 | Critical | All users affected | 0 | 0 | 0"_s,
        u"SEV-2 | High | Subset of users affected | 0 | 0 | 0"_s,
        u"SEV-3 | Medium | Limited user impact | 0 | 0 | 0"_s,
        u"SEV-4 | Low | Minimal user impact | 0 | 0 | 0"_s,
    };
    QCOMPARE(lines(m_playbook.severities, toLine), expected);
}

void McpEdgeGatewayTest::criteria()
{
    const QStringList expected{
        u"SEV-1: Complete service outage"_s,
        u"SEV-1: Security breach or data compromise"_s,
        u"SEV-1: Performance degradation >90%"_s,
        u"SEV-2: Partial service disruption"_s,
        u"SEV-2: Significant performance issues (50-90% degradation)"_s,
        u"SEV-2: Feature unavailability"_s,
        u"SEV-3: Minor service issues"_s,
        u"SEV-3: Performance degradation <50%"_s,
        u"SEV-3: Non-critical feature issues"_s,
        u"SEV-4: Cosmetic issues"_s,
        u"SEV-4: Documentation problems"_s,
        u"SEV-4: Minor configuration issues"_s,
    };
    QCOMPARE(criteriaOf(m_playbook), expected);
}

void McpEdgeGatewayTest::statuses()
{
    const QStringList expected{
        u"Investigating"_s,
        u"Resolved -> resolved"_s,
    };
    QCOMPARE(lines(m_playbook.statuses, toLine), expected);
}

void McpEdgeGatewayTest::roles()
{
    const QStringList expected{
        u"incident-lead | Incident Lead | Lead,IC |  |  commander"_s,
        u"on-call-engineer | On-Call Engineer | On-Call |  |  several"_s,
        u"engineering-lead | Engineering Lead |  |  | "_s,
        u"engineering-manager | Engineering Manager |  |  | "_s,
        u"product-owner | Product Owner |  |  | "_s,
    };
    QCOMPARE(lines(m_playbook.roles, toLine), expected);
}

void McpEdgeGatewayTest::nobodyIsNamed() { QVERIFY(m_playbook.roster.empty()); }

void McpEdgeGatewayTest::sections()
{
    const QStringList expected{
        u"root-cause | Root Cause"_s,
        u"contributing-factors | Contributing Factors"_s,
        u"what-went-well | What Went Well"_s,
        u"what-could-be-improved | What Could Be Improved"_s,
        u"lessons-learned | Lessons Learned"_s,
    };
    QCOMPARE(lines(m_playbook.postMortem.sections, toLine), expected);
}

void McpEdgeGatewayTest::postMortem()
{
    QVERIFY(m_playbook.postMortem.timeline == TimelineChoice::Key);
    // Business days are no hours.
    QVERIFY(m_playbook.postMortem.dueWithin == 0h);
    QVERIFY(m_playbook.postMortem.templateText.startsWith(u"# Post-Mortem: {{{title}}}\n"_s));
}

void McpEdgeGatewayTest::audiences()
{
    const QStringList expected{u"Internal | #incidents"_s, u"Customer | Status page"_s, u"Stakeholders | Email"_s};
    QCOMPARE(lines(m_playbook.audiences, toLine), expected);
}

void McpEdgeGatewayTest::textsOfTheThread()
{
    const Audience& internal = m_playbook.audiences.front();
    const QStringList initial{
        u"🚨 INCIDENT - -"_s, u"STATUS:"_s, u"IMPACT: not known yet"_s, u"LEAD:"_s, u"Updates: Thread 🧵"_s};
    const QStringList regular{
        u"📊 UPDATE"_s, u"PROGRESS:"_s, u"- Suspected cause: nothing new"_s, u"CURRENT STATUS:"_s, u"NEXT STEPS:"_s};
    const QStringList resolution{u"✅ RESOLVED"_s, u"SOLUTION:"_s, u"not known yet"_s, u"ROOT CAUSE: not known yet"_s,
        u"FOLLOW-UP:"_s, u"- none yet"_s};
    QCOMPARE(wordsOf(internal.initial), initial);
    QCOMPARE(wordsOf(internal.regular), regular);
    QCOMPARE(wordsOf(internal.resolution), resolution);
}

void McpEdgeGatewayTest::outsideTheThreadTheTitleSaysWhatItIsAbout()
{
    for (const Audience& audience : m_playbook.audiences) {
        const bool thread = audience.initial.contains(u"Thread 🧵"_s);
        QCOMPARE(thread, audience.name == u"Internal"_s);
        QCOMPARE(audience.regular.contains(u"📊 UPDATE - {{{title}}}\n"_s), !thread);
        QCOMPARE(audience.resolution.contains(u"✅ RESOLVED - {{{title}}}\n"_s), !thread);
        QCOMPARE(audience.initial.contains(u"LEAD: "_s), audience.name != u"Customer"_s);
    }
}

void McpEdgeGatewayTest::panels()
{
    const QStringList expected{u"Errors: rate(http_requests_total{status=~\"5..\"}[5m]) > 0.05 reqps"_s,
        u"Response time, P95: histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 2 s"_s,
        u"Memory: process_resident_memory_bytes / 1024 / 1024 / 1024 > 0.8 GiB"_s,
        u"Queue: mcp_queue_size > 1000 short"_s};
    const auto toLine = [](const MetricPanel& panel) {
        return u"%1: %2 %3"_s.arg(panel.title, panel.expr, panel.unit);
    };
    QCOMPARE(lines(m_playbook.panels, toLine), expected);
    QVERIFY(m_playbook.sources.empty());
}

QTEST_GUILESS_MAIN(McpEdgeGatewayTest)
#include "tst_mcpedgegateway.moc"
