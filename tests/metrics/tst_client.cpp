// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemports.h"
#include "metrics/badserver.h"
#include "metrics/client.h"
#include "support/quiettest.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;
using tests::BadServer;

namespace {

const QByteArray up = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
                      "[{\"metric\":{\"job\":\"a\"},\"value\":[1700000000,\"1\"]}]}}";

Query query() { return {u"up + 1"_s, fromMs(1'700'000'000'000)}; }

/// The longest time for which this thread did not come back to its event loop.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_last.start();
        startTimer(1, Qt::PreciseTimer);
    }
    qint64 longest = 0;

private:
    void timerEvent(QTimerEvent*) override { longest = std::max(longest, m_last.restart()); }

    QElapsedTimer m_last;
};

/// "SourceSlow"
ErrorCode codeOf(const Outcome& outcome) { return outcome.failure() ? outcome.failure()->code : ErrorCode(-1); }

QString detailOf(const Outcome& outcome) { return outcome.failure() ? outcome.failure()->detail : QString(); }

} // namespace

/// One query to a server that does not do what it should.
class ClientTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aQueryIsPostedAsAForm()
    {
        m_server.answer("200 OK", up);
        const Outcome outcome = asked();
        QVERIFY(outcome.answer.ok());
        QCOMPARE(outcome.httpStatus, 200);
        QCOMPARE(outcome.answer->series.size(), 1U);
        QVERIFY(!outcome.failure());
        const QByteArray request = m_server.requests.constLast();
        QVERIFY2(request.startsWith("POST /api/v1/query HTTP/1.1\r\n"), request);
        QVERIFY2(request.endsWith("\r\n\r\nquery=up%20%2B%201&time=1700000000.000&timeout=2000ms"), request);
        QVERIFY2(request.contains("\r\nAccept-Encoding: identity\r\n"), request);
        QVERIFY2(request.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n"), request);
        QVERIFY2(!request.contains("Cookie"), request);
    }

    void headersAndCredentialsGoWithIt()
    {
        m_server.answer("200 OK", up);
        Source source = m_server.source();
        source.headers.push_back({"X-Scope-OrgID", "team", {}});
        source.token.variable = u"WARROOM_TEST_TOKEN"_s;
        qputenv("WARROOM_TEST_TOKEN", "abc");
        QVERIFY(asked(source).answer.ok());
        qunsetenv("WARROOM_TEST_TOKEN");
        QVERIFY(m_server.requests.constLast().contains("\r\nX-Scope-OrgID: team\r\n"));
        QVERIFY(m_server.requests.constLast().contains("\r\nAuthorization: Bearer abc\r\n"));
    }

    void whatGoesWrongHasItsWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code, const QString& detail) {
            QTest::newRow(name) << bytes << code << detail;
        };
        const auto answer = [](const QByteArray& status, const QByteArray& body, const QByteArray& headers = {}) {
            return tests::head(status, body.size(), headers) + body;
        };
        const QByteArray page = "<html><head><title>Sign in</title></head></html>";
        row("a page", answer("200 OK", page), ErrorCode::NotPrometheus, u"URL: 200 Sign in"_s);
        row("nothing", answer("200 OK", {}), ErrorCode::NotPrometheus, u"URL: 200"_s);
        row("half an answer", answer("200 OK", up.chopped(9)), ErrorCode::NotPrometheus,
            u"URL: 200 "_s + QString::fromLatin1(up.chopped(9))); // shorter than what is cut
        row("an answer that breaks off", answer("200 OK", up).chopped(9), ErrorCode::SourceUnreachable,
            u"URL: Connection closed"_s);
        row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", ErrorCode::SourceUnreachable, u"URL: Connection closed"_s);
        row("404", answer("404 Not Found", "404 page not found\n"), ErrorCode::NotPrometheus,
            u"URL: 404 404 page not found"_s);
        row("500", answer("500 Internal", "boom"), ErrorCode::NotPrometheus, u"URL: 500 boom"_s);
        row("401", answer("401 Unauthorized", "no org id\n", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
            ErrorCode::SourceForbids, u"URL: 401 no org id"_s);
        row("403", answer("403 Forbidden", page), ErrorCode::SourceForbids, u"URL: 403 Sign in"_s);
        row("429", answer("429 Too Many", "slow down", "Retry-After: 7\r\n"), ErrorCode::SourceBusy,
            u"URL: 429 slow down"_s);
        row("502", answer("502 Bad Gateway", page), ErrorCode::SourceBusy, u"URL: 502 Sign in"_s);
        row("503", answer("503 Unavailable", {}), ErrorCode::SourceBusy, u"URL: 503"_s);
        row("data with 500", answer("500 Internal", up), ErrorCode::NotPrometheus, u"URL: 500"_s);
        row("refused",
            answer(
                "400 Bad Request", "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:1: parse error\"}"),
            ErrorCode::QueryRefused, u"bad_data: 1:1: parse error"_s);
        row("busy in JSON",
            answer("503 Unavailable", "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"too slow\"}"),
            ErrorCode::QueryRefused, u"timeout: too slow"_s);
        row("gzip that nobody asked for",
            answer("200 OK", QByteArray::fromHex("1f8b08000000000000ff"), "Content-Encoding: gzip\r\n"),
            ErrorCode::NotPrometheus, {});
        row("elsewhere", answer("302 Found", {}, "Location: http://other.example/api\r\n"), ErrorCode::SourceElsewhere,
            u"URL: http://other.example"_s);
        row("to a file", answer("302 Found", {}, "Location: file:///etc/passwd\r\n"), ErrorCode::SourceElsewhere, {});
        row("to another port", answer("307 Temporary", {}, "Location: http://127.0.0.1:1/\r\n"),
            ErrorCode::SourceElsewhere, u"URL: http://127.0.0.1:1"_s);
        row("longer than it may be, and says so", tests::head("200 OK", longestBody + 1), ErrorCode::SourceTooLarge,
            u"URL"_s);
    }
    void whatGoesWrongHasItsWords()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        m_server.say(bytes);
        const Outcome outcome = asked();
        QCOMPARE(codeOf(outcome), code);
        if (!detail.isEmpty())
            QCOMPARE(detailOf(outcome), detail.replace(u"URL"_s, m_server.url(u"/api/v1/query"_s)));
    }

    void whereNobodyListensIsUnreachable()
    {
        QString url;
        {
            const BadServer gone;
            url = gone.url();
        }
        const Outcome outcome = asked(*source(u"gone"_s, {{u"url"_s, url}}));
        QCOMPARE(codeOf(outcome), ErrorCode::SourceUnreachable);
        QCOMPARE(outcome.httpStatus, 0);
        QVERIFY2(detailOf(outcome).contains(u"refused"_s), qPrintable(detailOf(outcome)));
    }

    void aSecretThatIsNotThereIsSaidAfterTheCall()
    {
        Source source = m_server.source();
        source.token.file = u"/nowhere/token"_s;
        QCOMPARE(asked(source).failure(), (Error{ErrorCode::FileUnreadable, u"/nowhere/token"_s}));
    }

    void howLongToWaitIsRead()
    {
        m_server.answer("429 Too Many", "slow down", "Retry-After: 7\r\n");
        QCOMPARE(asked().retryAfter, Milliseconds(7'000));
        const Instant now = toInstant(QDateTime(QDate(2026, 1, 31), QTime(14, 23), Qt::UTC));
        QCOMPARE(readRetryAfter("Sat, 31 Jan 2026 14:23:30 GMT", now), Milliseconds(30'000));
        QCOMPARE(readRetryAfter("Sat, 31 Jan 2026 14:22:30 GMT", now), Milliseconds(0));
        QCOMPARE(readRetryAfter("99999999", now), Milliseconds(3'600'000));
        QCOMPARE(readRetryAfter("-5", now), Milliseconds(0));
        QCOMPARE(readRetryAfter("soon", now), std::nullopt);
        QCOMPARE(readRetryAfter("", now), std::nullopt);
    }

    void aRedirectOnTheSameServerIsFollowedWithTheForm()
    {
        m_server.behave([this](QTcpSocket& socket) {
            const bool first = m_server.requests.constLast().startsWith("POST /api/v1/query ");
            socket.write(first ? tests::head("302 Found", 0, "Location: /prometheus/query\r\n")
                               : tests::head("200 OK", up.size()) + up);
        });
        const Outcome outcome = asked();
        QVERIFY2(outcome.answer.ok(), qPrintable(detailOf(outcome)));
        QVERIFY(m_server.requests.constLast().startsWith("POST /prometheus/query "));
        QVERIFY(m_server.requests.constLast().contains("query=up"));
    }

    void aRedirectInACircleEnds()
    {
        m_server.answer("302 Found", {}, "Location: /again\r\n");
        QCOMPARE(codeOf(asked()), ErrorCode::SourceElsewhere);
    }

    void silenceEndsInTime()
    {
        m_server.behave([](QTcpSocket&) {});
        QCOMPARE(codeOf(asked(quick())), ErrorCode::SourceSlow);
    }

    void aByteNowAndThenIsNoAnswerInTime()
    {
        m_server.behave([](QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\n\r\n");
            auto* const timer = new QTimer(&socket);
            connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
            timer->start(50);
        });
        QElapsedTimer took;
        took.start();
        QCOMPARE(codeOf(asked(quick())), ErrorCode::SourceSlow);
        QVERIFY2(took.elapsed() < 5'000, qPrintable(QString::number(took.elapsed())));
        QTRY_COMPARE(m_server.connections, 0);
    }

    void aCertificateIsLookedAt_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("trusted");
        QTest::addColumn<QString>("says");
        const QString good = tests::certificate("good.pem");
        const QString expired = tests::certificate("expired.pem");
        QTest::newRow("trusted") << good << good << QString();
        QTest::newRow("nobody's") << good << QString() << u"self-signed"_s;
        QTest::newRow("another's") << good << expired << u"self-signed"_s;
        QTest::newRow("expired") << expired << expired << u"expired"_s;
    }
    void aCertificateIsLookedAt()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, trusted);
        QFETCH(QString, says);
        BadServer server(certificate);
        server.answer("200 OK", up);
        const Outcome outcome = asked(trusted.isEmpty() ? server.source() : server.source({{u"ca_file"_s, trusted}}));
        QCOMPARE(outcome.answer.ok(), says.isEmpty());
        if (outcome.answer)
            return;
        QCOMPARE(codeOf(outcome), ErrorCode::SourceUntrusted);
        QVERIFY2(detailOf(outcome).contains(says), qPrintable(detailOf(outcome)));
        QVERIFY(server.requests.isEmpty());
    }

    void aCertificateOfOursIsShown()
    {
        BadServer server(tests::certificate("good.pem"), BadServer::Wants::ClientCertificate);
        server.answer("200 OK", up);
        QMap<QString, QString> keys{{u"ca_file"_s, tests::certificate("good.pem")}};
        QVERIFY(!asked(server.source(keys)).answer.ok());
        QVERIFY(server.requests.isEmpty());
        keys.insert(u"cert_file"_s, tests::certificate("good.pem"));
        keys.insert(u"key_file"_s, tests::certificate("key.pem"));
        const Outcome outcome = asked(server.source(keys));
        QVERIFY2(outcome.answer.ok(), qPrintable(detailOf(outcome)));
    }

    void anEndlessBodyIsStopped()
    {
        m_server.behave([](QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\n\r\n");
            const auto more = [&socket] {
                if (socket.bytesToWrite() < 1024 * 1024)
                    socket.write(QByteArray(1024 * 1024, ' '));
            };
            connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
            more();
        });
        Heartbeat heart;
        Source patient = m_server.source();
        patient.timeout = Milliseconds(120'000);
        QCOMPARE(codeOf(asked(patient)), ErrorCode::SourceTooLarge);
        QTRY_COMPARE(m_server.connections, 0);
        QVERIFY2(heart.longest < 1'000, qPrintable(QString::number(heart.longest)));
    }

    void zerosThatWereCompressedAreStopped()
    {
        const QByteArray zeros = qCompress(QByteArray(2 * longestBody, '\0'), 1).mid(4);
        QVERIFY(zeros.size() < 1024 * 1024);
        m_server.answer("200 OK", zeros, "Content-Encoding: deflate\r\n");
        Source far = m_server.source();
        far.compressed = true;
        far.timeout = Milliseconds(120'000);
        QCOMPARE(codeOf(asked(far)), ErrorCode::SourceTooLarge);
        QVERIFY(!m_server.requests.constLast().contains("identity"));
    }

    void aLabelOfAMegabyteIsCutAwayFromTheWindow()
    {
        QByteArray body = up;
        body.replace("\"a\"", '"' + QByteArray("<b>\\u0007").repeated(100'000) + '"');
        m_server.answer("200 OK", body);
        const Outcome outcome = asked();
        QCOMPARE(outcome.answer->series.front().labels.front().value.size(), longestText);
    }

    void whoIsNotWaitedForAnyMoreSaysNothing()
    {
        m_server.answer("200 OK", up);
        Client client(m_server.source(), m_clock);
        Job* const given = client.ask(query());
        QSignalSpy late(given, &Job::finished);
        delete given;
        Job* const next = client.ask(query());
        QSignalSpy finished(next, &Job::finished);
        QVERIFY(finished.wait());
        QCOMPARE(late.size(), 0);
        // Also where the answer is being read already.
        m_server.answer("200 OK", up + QByteArray(20 * 1024 * 1024, ' '));
        Job* const read = client.ask(query());
        QSignalSpy gone(read, &QObject::destroyed);
        for (QObject* each : read->children())
            if (auto* const transfer = qobject_cast<Transfer*>(each))
                connect(transfer, &Transfer::ended, read, &QObject::deleteLater);
        QVERIFY(gone.wait());
        QSignalSpy last(client.ask(query()), &Job::finished);
        QVERIFY(last.wait());
    }

    void aClientMayGoBeforeItsAnswers()
    {
        m_server.behave([](QTcpSocket&) {});
        auto client = std::make_unique<Client>(m_server.source(), m_clock);
        QSignalSpy finished(client->ask(query()), &Job::finished);
        m_server.requests.clear();
        QTRY_COMPARE(m_server.requests.size(), 1);
        client.reset();
        QTRY_COMPARE(m_server.connections, 0);
        QCOMPARE(finished.size(), 0);
    }

    void everyJobEndsOnce()
    {
        m_server.answer("200 OK", up);
        Client client(m_server.source(), m_clock);
        std::vector<std::unique_ptr<QSignalSpy>> all;
        for (int i = 0; i < 20; ++i)
            all.push_back(std::make_unique<QSignalSpy>(client.ask(query()), &Job::finished));
        for (const auto& each : all)
            QTRY_COMPARE(each->size(), 1);
        QCOMPARE(m_server.requests.size() >= 20, true);
    }

private:
    /// For servers that will not answer.
    Source quick() const
    {
        Source source = m_server.source();
        source.timeout = Milliseconds(300);
        return source;
    }

    Source usual() const
    {
        Source source = m_server.source();
        source.timeout = Milliseconds(2'000);
        return source;
    }

    Outcome asked() { return asked(usual()); }
    Outcome asked(const Source& source)
    {
        Client client(source, m_clock);
        QSignalSpy finished(client.ask(query()), &Job::finished);
        if (!finished.wait(int(source.timeout.count()) + 30'000))
            qFatal("the job does not end");
        return finished.constFirst().constFirst().value<Outcome>();
    }

    SystemClock m_clock;
    BadServer m_server;
};

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
