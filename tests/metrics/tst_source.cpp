// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/nearby.h"
#include "metrics/query.h"
#include "metrics/request.h"
#include "support/quiettest.h"

#include <QFile>
#include <QTemporaryDir>

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;

namespace {

using Keys = QMap<QString, QString>;

Keys keys(Keys more = {})
{
    more.insert(u"url"_s, more.value(u"url"_s, u"http://prometheus.example:9090"_s));
    return more;
}

/// "url: detail" of what a configuration is refused with.
QString refused(const Keys& keys)
{
    const Result<Source> made = source(u"prod"_s, keys);
    if (made)
        return u"nothing"_s;
    return made.error().code == ErrorCode::BadSource ? made.error().detail : u"another error"_s;
}

/// A variable of the environment as long as it lives.
class Variable
{
public:
    Variable(const char* name, const QByteArray& value) : m_name(name) { qputenv(name, value); }
    ~Variable() { qunsetenv(m_name); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* m_name;
};

} // namespace

/// How a server is set up, and what is sent to it.
class SourceTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void thePathOfTheServerComesFirst_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("at");
        const auto row = [](const char* url, const char* at) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(at);
        };
        row("http://a:9090", "http://a:9090/api/v1/query");
        row("http://a:9090/", "http://a:9090/api/v1/query");
        row("https://a/prometheus", "https://a/prometheus/api/v1/query");
        row("https://a/prometheus//", "https://a/prometheus/api/v1/query");
        row("http://a/select/0/prometheus", "http://a/select/0/prometheus/api/v1/query");
        row("http://a/a%20b%2Fc", "http://a/a%20b%2Fc/api/v1/query");
        row("http://[::1]:9090", "http://[::1]:9090/api/v1/query");
        row("http://a/p?dedup=true", "http://a/p/api/v1/query?dedup=true");
    }
    void thePathOfTheServerComesFirst()
    {
        QFETCH(QString, url);
        QFETCH(QString, at);
        const Result<Source> made = source(u"prod"_s, {{u"url"_s, url}});
        QVERIFY(made.ok());
        QCOMPARE(made->at(u"/api/v1/query"_s).toString(QUrl::FullyEncoded), at);
    }

    void whatIsNoAddressIsRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const char* url : {"", "prometheus", "prometheus:9090", "ftp://a", "file:///etc/passwd", "http://",
                 "http://a b", "http://a/#b", "http://a:99999"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void whatIsNoAddressIsRefused()
    {
        QFETCH(QString, url);
        QCOMPARE(refused({{u"url"_s, url}}), url);
    }

    void anAccountInTheAddressIsRefusedAndNotRepeated()
    {
        QCOMPARE(refused({{u"url"_s, u"http://eve:pass@a/p"_s}}), u"http://a/p"_s);
    }

    void keysAreThoseOfPrometheus()
    {
        const Result<Source> made = source(u"prod-eu"_s,
            keys({{u"username"_s, u"alice"_s}, {u"password_file"_s, u"/p"_s}, {u"ca_file"_s, u"/ca"_s},
                {u"cert_file"_s, u"/c"_s}, {u"key_file"_s, u"/k"_s}, {u"scrape_interval"_s, u"1m"_s},
                {u"timeout"_s, u"30s"_s}, {u"enable_compression"_s, u"false"_s},
                {u"headers/X-Scope-OrgID"_s, u"team a"_s}, {u"header_files/X-Key"_s, u"/x"_s}}));
        QVERIFY(made.ok());
        QCOMPARE(made->username, u"alice"_s);
        QCOMPARE(made->password, (Secret{u"WARROOM_PROD_EU_PASSWORD"_s, u"/p"_s}));
        QCOMPARE(made->token, (Secret{u"WARROOM_PROD_EU_TOKEN"_s, {}}));
        QCOMPARE(made->caFile + made->certFile + made->keyFile, u"/ca/c/k"_s);
        QCOMPARE(made->scrapeInterval, Milliseconds(60'000));
        QCOMPARE(made->timeout, Milliseconds(30'000));
        QVERIFY(!made->compressed);
        QCOMPARE(made->headers, (std::vector<Header>{{"X-Key", {}, {{}, u"/x"_s}}, {"X-Scope-OrgID", "team a", {}}}));
    }

    void aWrongKeyIsNamedAndItsValueIsNot_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* key, const char* value) {
            QTest::addRow("%s=%s", key, QByteArray(value).simplified().constData())
                << QString::fromLatin1(key) << QString::fromLatin1(value);
        };
        row("usrname", "alice");
        row("password", "s3cret");
        row("bearer_token", "s3cret");
        row("credentials", "s3cret");
        row("headers/Authorization", "s3cret");
        row("headers/cookie", "s3cret");
        row("headers/Content-Length", "5");
        row("headers/", "x");
        row("headers/a b", "x");
        row("headers/X", "a\r\nY: b");
        row("headers/X", "\xe9");
        row("header_files/X", "");
        row("header", "x");
        row("timeout", "soon");
        row("timeout", "0");
        row("enable_compression", "yes");
        row("ca_file", "");
    }
    void aWrongKeyIsNamedAndItsValueIsNot()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QCOMPARE(refused(keys({{key, value}})), key);
    }

    void aCertificateWantsItsKey() { QCOMPARE(refused(keys({{u"cert_file"_s, u"/c"_s}})), u"cert_file, key_file"_s); }

    void aSecretComesFromItsVariableBeforeItsFile()
    {
        const Keys all = keys({{u"username"_s, u"alice"_s}, {u"password_file"_s, put("p", "from file\n")}});
        QCOMPARE(authorization(all), "Basic " + QByteArray("alice:from file").toBase64());
        const Variable variable("WARROOM_PROD_PASSWORD", "from variable");
        QCOMPARE(authorization(all), "Basic " + QByteArray("alice:from variable").toBase64());
    }

    void aTokenIsSentAsBearer()
    {
        QCOMPARE(authorization(keys()), QByteArray());
        QCOMPARE(authorization(keys({{u"credentials_file"_s, put("t", "abc\n")}})), "Bearer abc");
        const Variable variable("WARROOM_PROD_TOKEN", "def");
        QCOMPARE(authorization(keys()), "Bearer def");
    }

    void aHeaderMayComeFromAFile()
    {
        const Result<QNetworkRequest> request =
            made(keys({{u"headers/X-Scope-OrgID"_s, u"team"_s}, {u"header_files/X-Key"_s, put("k", "abc\n")}}));
        QCOMPARE(request->rawHeader("X-Scope-OrgID"), "team");
        QCOMPARE(request->rawHeader("X-Key"), "abc");
    }

    void aSecretThatWouldBeginAnotherHeaderIsRefused()
    {
        const Result<QNetworkRequest> request = made(keys({{u"credentials_file"_s, put("t", "abc\r\nX: y")}}));
        QCOMPARE(request.error(), (Error{ErrorCode::BadSource, path("t")}));
    }

    void aFileThatIsNotThereIsNamed_data()
    {
        QTest::addColumn<QString>("key");
        for (const char* key : {"credentials_file", "ca_file"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void aFileThatIsNotThereIsNamed()
    {
        QFETCH(QString, key);
        const Keys all{{u"url"_s, u"https://a"_s}, {key, path("lost")}};
        QCOMPARE(made(all).error(), (Error{ErrorCode::FileUnreadable, path("lost")}));
    }

    void aFileWithoutACertificateIsNamed()
    {
        const Keys all{{u"url"_s, u"https://a"_s}, {u"ca_file"_s, put("ca", "no certificate")}};
        QCOMPARE(made(all).error(), (Error{ErrorCode::BadSource, path("ca")}));
    }

    void whatIsNearIsAskedForPlainAnswers_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("near");
        const auto row = [](const char* host, bool near) { QTest::newRow(host) << QString::fromLatin1(host) << near; };
        for (const char* host : {"localhost", "a.localhost", "127.0.0.1", "127.9.9.9", "::1", "10.1.2.3", "172.16.0.1",
                 "172.31.255.255", "192.168.1.1", "169.254.1.1", "fd00::1", "fe80::1"})
            row(host, true);
        for (const char* host : {"prometheus.example", "8.8.8.8", "172.32.0.1", "192.169.0.1", "2001:db8::1",
                 "10.example", "localhost.example"})
            row(host, false);
    }
    void whatIsNearIsAskedForPlainAnswers()
    {
        QFETCH(QString, host);
        QFETCH(bool, near);
        QCOMPARE(isNearby(host), near);
        const QString authority = host.contains(u':') ? u'[' + host + u']' : host;
        const Result<QNetworkRequest> request = made({{u"url"_s, u"http://"_s + authority}});
        QCOMPARE(request->rawHeader("Accept-Encoding"), near ? QByteArray("identity") : QByteArray());
    }

    void everyCharacterOfAQueryArrives()
    {
        const Query instant{u"vector(1) + 1 & \"é=%\""_s, fromMs(1'700'000'000'123)};
        QCOMPARE(instant.path(), u"/api/v1/query"_s);
        QCOMPARE(instant.form(Milliseconds(10'000)),
            "query=vector%281%29%20%2B%201%20%26%20%22%C3%A9%3D%25%22&time=1700000000.123&timeout=10000ms");
        const Query range{u"up"_s, Range{fromMs(0), fromMs(60'000), Milliseconds(15'000)}};
        QCOMPARE(range.path(), u"/api/v1/query_range"_s);
        QCOMPARE(range.form(Milliseconds(500)), "query=up&start=0.000&end=60.000&step=15.000&timeout=500ms");
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QString put(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qWarning() << file.errorString();
        return path(name);
    }

    static Result<QNetworkRequest> made(const Keys& keys)
    {
        const Result<Source> from = source(u"prod"_s, keys);
        return from ? requestTo(*from, u"/api/v1/query"_s) : Result<QNetworkRequest>(from.error());
    }

    static QByteArray authorization(const Keys& keys) { return made(keys)->rawHeader("Authorization"); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SourceTest)
#include "tst_source.moc"
