// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemports.h"
#include "metrics/badserver.h"
#include "metrics/poll.h"
#include "support/quiettest.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;
using tests::BadServer;

namespace {

const QByteArray empty = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

Poll::Asking asking(const QString& expr)
{
    return [expr](Instant now) { return Query{expr, now}; };
}

/// Never by itself within a test.
constexpr Milliseconds never{3'600'000};

} // namespace

/// A panel that is kept up to date.
class PollTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_server = welcoming(); }

    void itAsksAtOnceAndAgain()
    {
        const auto client = reached();
        Poll poll(*client, m_clock, {Milliseconds(20), never, never});
        QSignalSpy answered(&poll, &Poll::answered);
        poll.ask(asking(u"up"_s));
        QVERIFY(poll.isAsking());
        QTRY_VERIFY(answered.size() >= 3);
    }

    void oneQueryIsOnItsWayAtMost()
    {
        m_server->behave([](QTcpSocket&) {});
        const auto client = reached();
        Poll poll(*client, m_clock, {Milliseconds(10), Milliseconds(10), never});
        poll.ask(asking(u"up"_s));
        QTRY_COMPARE(m_server->requests.size(), 1);
        poll.hurry();
        poll.show(false);
        poll.show(true);
        QTest::qWait(100);
        QCOMPARE(m_server->requests.size(), 1);
    }

    void anotherQueryTakesTheOldOnesPlace()
    {
        m_server->behave([this](QTcpSocket& socket) {
            if (m_server->requests.constLast().contains("query=new"))
                socket.write(tests::head("200 OK", empty.size()) + empty);
        });
        const auto client = reached();
        Poll poll(*client, m_clock, {never, never, never});
        QSignalSpy answered(&poll, &Poll::answered);
        poll.ask(asking(u"old"_s));
        QTRY_COMPARE(m_server->requests.size(), 1);
        poll.ask(asking(u"new"_s));
        QVERIFY(answered.wait());
        QCOMPARE(answered.size(), 1);
    }

    void whatIsNotSeenIsAskedForMoreRarely()
    {
        const auto client = reached();
        Poll poll(*client, m_clock, {Milliseconds(1), never, never});
        QSignalSpy answered(&poll, &Poll::answered);
        poll.show(false);
        poll.ask(asking(u"up"_s));
        QVERIFY(answered.wait());
        QVERIFY(!answered.wait(100));
        // Seen again, it is late already.
        poll.show(true);
        QVERIFY(answered.wait());
    }

    void failuresMakeItRarerUpToABound()
    {
        m_server->answer("503 Unavailable", {});
        const auto client = reached();
        Poll poll(*client, m_clock, {Milliseconds(10), never, Milliseconds(40)});
        QSignalSpy answered(&poll, &Poll::answered);
        QElapsedTimer took;
        took.start();
        poll.ask(asking(u"up"_s));
        QTRY_VERIFY(answered.size() >= 6);
        // 20, then 40 four times.
        QVERIFY2(took.elapsed() >= 170, qPrintable(QString::number(took.elapsed())));
    }

    void whatTheServerAsksForIsKeptTo()
    {
        m_server->answer("429 Too Many", "slow down", "Retry-After: 600\r\n");
        const auto client = reached();
        Poll poll(*client, m_clock, {Milliseconds(1), Milliseconds(1), Milliseconds(1)});
        QSignalSpy answered(&poll, &Poll::answered);
        poll.ask(asking(u"up"_s));
        QVERIFY(answered.wait());
        poll.hurry();
        QVERIFY(!poll.isAsking());
        QVERIFY(!answered.wait(50));
    }

    void whatIsReachedAgainIsAskedAtOnce()
    {
        const auto client = reached();
        Poll poll(*client, m_clock, {never, never, never});
        QSignalSpy answered(&poll, &Poll::answered);
        m_server->say("no HTTP\r\n");
        poll.ask(asking(u"up"_s));
        QVERIFY(answered.wait());
        // Another panel gets through.
        m_server->answer("200 OK", empty);
        QSignalSpy other(client->ask({u"other"_s, fromMs(0)}), &Job::finished);
        QVERIFY(answered.wait());
        QCOMPARE(other.size(), 1);
        QVERIFY(answered.constLast().constFirst().value<Outcome>().answer.ok());
    }

    void itMayGoWhileItAsks()
    {
        m_server->behave([](QTcpSocket&) {});
        const auto client = reached();
        auto poll = std::make_unique<Poll>(*client, m_clock, Pace{});
        poll->ask(asking(u"up"_s));
        QTRY_COMPARE(m_server->requests.size(), 1);
        poll.reset();
        QTRY_COMPARE(m_server->connections, 0);
    }

private:
    static std::unique_ptr<BadServer> welcoming()
    {
        auto server = std::make_unique<BadServer>();
        server->answer("200 OK", empty);
        return server;
    }

    std::shared_ptr<Client> reached() const { return std::make_shared<Client>(m_server->source(), m_clock); }

    SystemClock m_clock;
    std::unique_ptr<BadServer> m_server = welcoming();
};

QTEST_GUILESS_MAIN(PollTest)
#include "tst_poll.moc"
